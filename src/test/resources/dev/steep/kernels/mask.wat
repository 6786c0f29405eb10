;; mask = 0 with probability rate, else kept
(func $mask (param i32)
  (local i32 i32 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  i32.const 4160
  v128.load32_splat
  local.set 5
  i32.const 4164
  v128.load32_splat
  local.set 6
  i32.const 4168
  v128.load32_splat
  local.set 10
  i32.const 4172
  v128.load32_splat
  local.set 12
  i32.const 8768
  i32.load
  i32x4.splat
  local.set 3
  local.get 3
  local.get 3
  i32.const 16
  i32x4.shr_u
  v128.xor
  local.set 3
  local.get 3
  local.get 5
  i32x4.mul
  local.set 3
  local.get 3
  local.get 3
  i32.const 15
  i32x4.shr_u
  v128.xor
  local.set 3
  local.get 3
  local.get 6
  i32x4.mul
  local.set 3
  local.get 3
  local.get 3
  i32.const 16
  i32x4.shr_u
  v128.xor
  local.set 3
  i32.const 152384
  v128.load32_splat
  local.set 7
  i32.const 152392
  v128.load32_splat
  local.set 8
  v128.const i32x4 0 1 2 3
  local.set 4
  i32.const 152896
  local.set 1
  local.get 0
  i32.const 5
  i32.mul
  local.set 2
  loop
    local.get 4
    local.get 3
    v128.xor
    local.set 9
    local.get 9
    local.get 9
    i32.const 16
    i32x4.shr_u
    v128.xor
    local.set 9
    local.get 9
    local.get 5
    i32x4.mul
    local.set 9
    local.get 9
    local.get 9
    i32.const 15
    i32x4.shr_u
    v128.xor
    local.set 9
    local.get 9
    local.get 6
    i32x4.mul
    local.set 9
    local.get 9
    local.get 9
    i32.const 16
    i32x4.shr_u
    v128.xor
    local.set 9
    local.get 9
    i32.const 8
    i32x4.shr_u
    f32x4.convert_i32x4_s
    local.get 10
    f32x4.mul
    local.set 9
    local.get 8
    local.get 9
    local.get 7
    f32x4.lt
    v128.andnot
    local.set 11
    local.get 2
    i32.const 4
    i32.ge_s
    if
      local.get 1
      local.get 11
      v128.store
    else
      local.get 2
      i32.const 2
      i32.and
      if
        local.get 1
        local.get 11
        v128.store64_lane align=4 0
        local.get 2
        i32.const 1
        i32.and
        if
          local.get 1
          local.get 11
          v128.store32_lane offset=8 2
        end
      else
        local.get 1
        local.get 11
        v128.store32_lane 0
      end
    end
    local.get 1
    i32.const 16
    i32.add
    local.set 1
    local.get 4
    local.get 12
    i32x4.add
    local.set 4
    local.get 2
    i32.const -4
    i32.add
    local.tee 2
    i32.const 0
    i32.gt_s
    br_if 0
  end
)
