;; y = max of shifted under 3 × 3
(func $y (param i32)
  (local i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 v128 v128 i32 i32 i32 i32)
  i32.const 4160
  v128.load32_splat
  local.set 12
  i32.const 149888
  local.set 4
  i32.const 150720
  local.set 5
  loop
    i32.const 0
    local.set 6
    loop
      i32.const 0
      local.set 7
      loop
        local.get 6
        i32.const 1
        i32.shl
        local.set 8
        local.get 8
        i32.const 3
        i32.add
        local.set 2
        i32.const 4
        local.get 2
        local.get 2
        i32.const 4
        i32.gt_s
        select
        local.set 2
        i32.const 0
        local.get 8
        local.get 8
        i32.const 0
        i32.lt_s
        select
        local.set 8
        local.get 2
        local.get 8
        i32.sub
        local.set 2
        local.get 8
        i32.const 2
        i32.shl
        local.set 1
        local.get 7
        i32.const 1
        i32.shl
        local.set 8
        local.get 8
        i32.const 3
        i32.add
        local.set 3
        i32.const 4
        local.get 3
        local.get 3
        i32.const 4
        i32.gt_s
        select
        local.set 3
        i32.const 0
        local.get 8
        local.get 8
        i32.const 0
        i32.lt_s
        select
        local.set 8
        local.get 3
        local.get 8
        i32.sub
        local.set 3
        local.get 1
        local.get 8
        i32.add
        i32.const 24
        i32.mul
        local.set 1
        i32.const 0
        local.set 9
        local.get 12
        local.set 11
        local.get 4
        local.get 1
        i32.add
        local.get 9
        i32.add
        local.set 15
        local.get 2
        local.set 13
        loop
          local.get 15
          local.set 10
          local.get 3
          local.set 14
          loop
            local.get 11
            local.get 10
            v128.load
            f32x4.max
            local.set 11
            local.get 10
            i32.const 24
            i32.add
            local.set 10
            local.get 14
            i32.const -1
            i32.add
            local.tee 14
            br_if 0
          end
          local.get 15
          i32.const 96
          i32.add
          local.set 15
          local.get 13
          i32.const -1
          i32.add
          local.tee 13
          br_if 0
        end
        local.get 5
        local.get 9
        i32.add
        local.set 16
        local.get 16
        local.get 11
        v128.store
        local.get 9
        i32.const 16
        i32.add
        local.set 9
        local.get 12
        local.set 11
        local.get 4
        local.get 1
        i32.add
        local.get 9
        i32.add
        local.set 15
        local.get 2
        local.set 13
        loop
          local.get 15
          local.set 10
          local.get 3
          local.set 14
          loop
            local.get 11
            local.get 10
            v128.load
            f32x4.max
            local.set 11
            local.get 10
            i32.const 24
            i32.add
            local.set 10
            local.get 14
            i32.const -1
            i32.add
            local.tee 14
            br_if 0
          end
          local.get 15
          i32.const 96
          i32.add
          local.set 15
          local.get 13
          i32.const -1
          i32.add
          local.tee 13
          br_if 0
        end
        local.get 5
        local.get 9
        i32.add
        local.set 16
        local.get 16
        local.get 11
        v128.store64_lane align=4 0
        local.get 5
        i32.const 24
        i32.add
        local.set 5
        local.get 7
        i32.const 1
        i32.add
        local.set 7
        local.get 7
        i32.const 2
        i32.lt_u
        br_if 0
      end
      local.get 6
      i32.const 1
      i32.add
      local.set 6
      local.get 6
      i32.const 2
      i32.lt_u
      br_if 0
    end
    local.get 4
    i32.const 384
    i32.add
    local.set 4
    local.get 0
    i32.const -1
    i32.add
    local.tee 0
    br_if 0
  end
)
