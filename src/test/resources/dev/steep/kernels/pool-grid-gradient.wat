;; shifted/gradient = y/gradient to where shifted is largest under 2 × 2
(func $shifted/gradient (param i32)
  (local i32 i32 i32 i32 v128 v128 v128 v128 v128)
  i32.const 0
  local.set 1
  i32.const 0
  local.set 2
  loop
    i32.const 2
    local.set 3
    loop
      i32.const 2
      local.set 4
      loop
        local.get 2
        v128.load offset=151744
        local.get 2
        v128.load offset=150720
        local.set 5
        local.set 6
        local.get 1
        v128.load offset=149888
        local.set 7
        local.get 7
        local.get 5
        f32x4.eq
        local.set 8
        local.get 6
        local.get 8
        v128.and
        local.set 9
        local.get 6
        local.get 8
        v128.andnot
        local.set 6
        local.get 1
        local.get 9
        v128.store offset=152000
        local.get 1
        v128.load offset=149912
        local.set 7
        local.get 7
        local.get 5
        f32x4.eq
        local.set 8
        local.get 6
        local.get 8
        v128.and
        local.set 9
        local.get 6
        local.get 8
        v128.andnot
        local.set 6
        local.get 1
        local.get 9
        v128.store offset=152024
        local.get 1
        v128.load offset=149984
        local.set 7
        local.get 7
        local.get 5
        f32x4.eq
        local.set 8
        local.get 6
        local.get 8
        v128.and
        local.set 9
        local.get 6
        local.get 8
        v128.andnot
        local.set 6
        local.get 1
        local.get 9
        v128.store offset=152096
        local.get 1
        v128.load offset=150008
        local.set 7
        local.get 7
        local.get 5
        f32x4.eq
        local.set 8
        local.get 6
        local.get 8
        v128.and
        local.set 9
        local.get 6
        local.get 8
        v128.andnot
        local.set 6
        local.get 1
        local.get 9
        v128.store offset=152120
        local.get 1
        i32.const 16
        i32.add
        local.set 1
        local.get 2
        i32.const 16
        i32.add
        local.set 2
        local.get 2
        v128.load offset=151744
        local.get 2
        v128.load offset=150720
        local.set 5
        local.set 6
        local.get 1
        v128.load offset=149888
        local.set 7
        local.get 7
        local.get 5
        f32x4.eq
        local.set 8
        local.get 6
        local.get 8
        v128.and
        local.set 9
        local.get 6
        local.get 8
        v128.andnot
        local.set 6
        local.get 1
        local.get 9
        v128.store64_lane offset=152000 align=4 0
        local.get 1
        v128.load offset=149912
        local.set 7
        local.get 7
        local.get 5
        f32x4.eq
        local.set 8
        local.get 6
        local.get 8
        v128.and
        local.set 9
        local.get 6
        local.get 8
        v128.andnot
        local.set 6
        local.get 1
        local.get 9
        v128.store64_lane offset=152024 align=4 0
        local.get 1
        v128.load offset=149984
        local.set 7
        local.get 7
        local.get 5
        f32x4.eq
        local.set 8
        local.get 6
        local.get 8
        v128.and
        local.set 9
        local.get 6
        local.get 8
        v128.andnot
        local.set 6
        local.get 1
        local.get 9
        v128.store64_lane offset=152096 align=4 0
        local.get 1
        v128.load offset=150008
        local.set 7
        local.get 7
        local.get 5
        f32x4.eq
        local.set 8
        local.get 6
        local.get 8
        v128.and
        local.set 9
        local.get 6
        local.get 8
        v128.andnot
        local.set 6
        local.get 1
        local.get 9
        v128.store64_lane offset=152120 align=4 0
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
        local.get 4
        i32.const -1
        i32.add
        local.tee 4
        br_if 0
      end
      local.get 1
      i32.const 96
      i32.add
      local.set 1
      local.get 3
      i32.const -1
      i32.add
      local.tee 3
      br_if 0
    end
    local.get 0
    i32.const -1
    i32.add
    local.tee 0
    br_if 0
  end
)
