;; y = max of shifted under 2 × 2
(func $y (param i32)
  (local i32 i32 i32 i32 v128)
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
        local.get 1
        v128.load offset=149888
        local.get 1
        v128.load offset=149912
        f32x4.max
        local.get 1
        v128.load offset=149984
        f32x4.max
        local.get 1
        v128.load offset=150008
        f32x4.max
        local.set 5
        local.get 2
        local.get 5
        v128.store offset=150720
        local.get 1
        i32.const 16
        i32.add
        local.set 1
        local.get 2
        i32.const 16
        i32.add
        local.set 2
        local.get 1
        v128.load offset=149888
        local.get 1
        v128.load offset=149912
        f32x4.max
        local.get 1
        v128.load offset=149984
        f32x4.max
        local.get 1
        v128.load offset=150008
        f32x4.max
        local.set 5
        local.get 2
        local.get 5
        v128.store64_lane offset=150720 align=4 0
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
