;; shifted/gradient = y/gradient to where shifted is largest under 2 × 2
(func $shifted/gradient (param i32)
  (local i32 i32 v128 v128 i32 i32 v128 v128 v128 v128 v128)
  i32.const 0
  local.set 1
  i32.const 0
  local.set 2
  loop
    i32.const 2
    local.set 5
    loop
      i32.const 2
      local.set 6
      loop
        local.get 2
        v128.load offset=153216
        local.get 2
        v128.load offset=152192
        local.set 7
        local.set 8
        local.get 1
        v128.load offset=150912
        local.set 9
        local.get 9
        local.get 7
        f32x4.eq
        local.set 10
        local.get 8
        local.get 10
        v128.and
        local.set 11
        local.get 8
        local.get 10
        v128.andnot
        local.set 8
        local.get 1
        local.get 11
        v128.store offset=153472
        local.get 1
        v128.load offset=150936
        local.set 9
        local.get 9
        local.get 7
        f32x4.eq
        local.set 10
        local.get 8
        local.get 10
        v128.and
        local.set 11
        local.get 8
        local.get 10
        v128.andnot
        local.set 8
        local.get 1
        local.get 11
        v128.store offset=153496
        local.get 1
        v128.load offset=151008
        local.set 9
        local.get 9
        local.get 7
        f32x4.eq
        local.set 10
        local.get 8
        local.get 10
        v128.and
        local.set 11
        local.get 8
        local.get 10
        v128.andnot
        local.set 8
        local.get 1
        local.get 11
        v128.store offset=153568
        local.get 1
        v128.load offset=151032
        local.set 9
        local.get 9
        local.get 7
        f32x4.eq
        local.set 10
        local.get 8
        local.get 10
        v128.and
        local.set 11
        local.get 8
        local.get 10
        v128.andnot
        local.set 8
        local.get 1
        local.get 11
        v128.store offset=153592
        local.get 1
        i32.const 16
        i32.add
        local.set 1
        local.get 2
        i32.const 16
        i32.add
        local.set 2
        local.get 2
        v128.load offset=153216
        local.get 2
        v128.load offset=152192
        local.set 7
        local.set 8
        local.get 1
        v128.load offset=150912
        local.set 9
        local.get 9
        local.get 7
        f32x4.eq
        local.set 10
        local.get 8
        local.get 10
        v128.and
        local.set 11
        local.get 8
        local.get 10
        v128.andnot
        local.set 8
        local.get 1
        local.get 11
        v128.store64_lane offset=153472 align=4 0
        local.get 1
        v128.load offset=150936
        local.set 9
        local.get 9
        local.get 7
        f32x4.eq
        local.set 10
        local.get 8
        local.get 10
        v128.and
        local.set 11
        local.get 8
        local.get 10
        v128.andnot
        local.set 8
        local.get 1
        local.get 11
        v128.store64_lane offset=153496 align=4 0
        local.get 1
        v128.load offset=151008
        local.set 9
        local.get 9
        local.get 7
        f32x4.eq
        local.set 10
        local.get 8
        local.get 10
        v128.and
        local.set 11
        local.get 8
        local.get 10
        v128.andnot
        local.set 8
        local.get 1
        local.get 11
        v128.store64_lane offset=153568 align=4 0
        local.get 1
        v128.load offset=151032
        local.set 9
        local.get 9
        local.get 7
        f32x4.eq
        local.set 10
        local.get 8
        local.get 10
        v128.and
        local.set 11
        local.get 8
        local.get 10
        v128.andnot
        local.set 8
        local.get 1
        local.get 11
        v128.store64_lane offset=153592 align=4 0
        local.get 1
        i32.const 8
        i32.add
        local.set 1
        local.get 2
        i32.const 8
        i32.add
        local.set 2
        local.get 1
        i32.const 24
        i32.add
        local.set 1
        local.get 6
        i32.const -1
        i32.add
        local.tee 6
        br_if 0
      end
      local.get 1
      i32.const 96
      i32.add
      local.set 1
      local.get 5
      i32.const -1
      i32.add
      local.tee 5
      br_if 0
    end
    local.get 0
    i32.const -1
    i32.add
    local.tee 0
    br_if 0
  end
)
