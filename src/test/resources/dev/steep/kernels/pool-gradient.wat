;; shifted/gradient = y/gradient to where shifted is largest under 3 × 3
(func $shifted/gradient (param i32)
  (local i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 v128 v128 i32 i32 i32 i32 v128 i32 v128)
  i32.const 0
  local.set 4
  i32.const 0
  local.set 5
  i32.const 152000
  i32.const 0
  local.get 0
  i32.const 96
  i32.mul
  i32.const 2
  i32.shl
  memory.fill
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
        local.get 5
        local.get 9
        i32.add
        local.set 13
        local.get 13
        i32.const 150720
        i32.add
        v128.load
        local.set 11
        local.get 13
        i32.const 151744
        i32.add
        v128.load
        local.set 12
        local.get 4
        local.get 1
        i32.add
        local.get 9
        i32.add
        local.set 16
        local.get 2
        local.set 14
        loop
          local.get 16
          local.set 10
          local.get 3
          local.set 15
          loop
            local.get 12
            local.set 17
            local.get 10
            i32.const 149888
            i32.add
            v128.load
            local.get 11
            f32x4.eq
            local.set 19
            local.get 12
            local.get 19
            v128.and
            local.set 17
            local.get 12
            local.get 19
            v128.andnot
            local.set 12
            local.get 10
            i32.const 152000
            i32.add
            local.set 18
            local.get 18
            v128.load
            local.get 17
            f32x4.add
            local.set 17
            local.get 18
            local.get 17
            v128.store
            local.get 10
            i32.const 24
            i32.add
            local.set 10
            local.get 15
            i32.const -1
            i32.add
            local.tee 15
            br_if 0
          end
          local.get 16
          i32.const 96
          i32.add
          local.set 16
          local.get 14
          i32.const -1
          i32.add
          local.tee 14
          br_if 0
        end
        local.get 9
        i32.const 16
        i32.add
        local.set 9
        local.get 5
        local.get 9
        i32.add
        local.set 13
        local.get 13
        i32.const 150720
        i32.add
        v128.load
        local.set 11
        local.get 13
        i32.const 151744
        i32.add
        v128.load
        local.set 12
        local.get 4
        local.get 1
        i32.add
        local.get 9
        i32.add
        local.set 16
        local.get 2
        local.set 14
        loop
          local.get 16
          local.set 10
          local.get 3
          local.set 15
          loop
            local.get 12
            local.set 17
            local.get 10
            i32.const 149888
            i32.add
            v128.load
            local.get 11
            f32x4.eq
            local.set 19
            local.get 12
            local.get 19
            v128.and
            local.set 17
            local.get 12
            local.get 19
            v128.andnot
            local.set 12
            local.get 10
            i32.const 152000
            i32.add
            local.set 18
            local.get 18
            v128.load
            local.get 17
            f32x4.add
            local.set 17
            local.get 18
            local.get 17
            v128.store64_lane align=4 0
            local.get 10
            i32.const 24
            i32.add
            local.set 10
            local.get 15
            i32.const -1
            i32.add
            local.tee 15
            br_if 0
          end
          local.get 16
          i32.const 96
          i32.add
          local.set 16
          local.get 14
          i32.const -1
          i32.add
          local.tee 14
          br_if 0
        end
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
