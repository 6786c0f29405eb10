;; p = softmax(shifted)
(func $exp (param v128) (result v128)
  (local v128 v128 v128 v128)
  local.get 0
  i32.const 4164
  v128.load32_splat
  f32x4.pmax
  i32.const 4168
  v128.load32_splat
  f32x4.pmin
  local.set 0
  local.get 0
  i32.const 4172
  v128.load32_splat
  f32x4.mul
  i32.const 4176
  v128.load32_splat
  f32x4.add
  local.tee 1
  i32.const 4176
  v128.load32_splat
  f32x4.sub
  local.set 3
  local.get 0
  local.get 3
  i32.const 4180
  v128.load32_splat
  f32x4.mul
  f32x4.sub
  local.set 0
  local.get 0
  local.get 3
  i32.const 4184
  v128.load32_splat
  f32x4.mul
  f32x4.sub
  local.set 3
  local.get 3
  local.get 3
  f32x4.mul
  local.set 4
  i32.const 4188
  v128.load32_splat
  local.get 3
  f32x4.mul
  i32.const 4192
  v128.load32_splat
  f32x4.add
  i32.const 4196
  v128.load32_splat
  local.get 3
  f32x4.mul
  i32.const 4200
  v128.load32_splat
  f32x4.add
  i32.const 4204
  v128.load32_splat
  local.get 3
  f32x4.mul
  i32.const 4208
  v128.load32_splat
  f32x4.add
  local.get 4
  f32x4.mul
  f32x4.add
  local.get 4
  f32x4.mul
  f32x4.add
  local.get 4
  f32x4.mul
  local.get 3
  f32x4.add
  i32.const 4212
  v128.load32_splat
  f32x4.add
  local.get 1
  i32.const 4176
  v128.load32_splat
  i32x4.sub
  local.set 1
  local.get 1
  i32.const 1
  i32x4.shr_s
  local.set 2
  local.get 2
  i32.const 4216
  v128.load32_splat
  i32x4.add
  i32.const 23
  i32x4.shl
  f32x4.mul
  local.get 1
  local.get 2
  i32x4.sub
  i32.const 4216
  v128.load32_splat
  i32x4.add
  i32.const 23
  i32x4.shl
  f32x4.mul
)

(func $p (param i32)
  (local i32 i32 i32 i32 v128 i32 v128 i32 v128)
  i32.const 0
  local.set 1
  local.get 0
  local.set 2
  loop
    local.get 1
    i32.const 148608
    i32.add
    local.set 3
    local.get 1
    i32.const 148864
    i32.add
    local.set 4
    i32.const 4160
    v128.load32_splat
    local.set 5
    local.get 3
    local.set 6
    local.get 5
    local.get 6
    v128.load
    f32x4.max
    local.set 5
    local.get 6
    i32.const 16
    i32.add
    local.set 6
    local.get 5
    local.get 6
    v128.load
    i32.const 4160
    v128.load32_splat
    v128.const i32x4 -1 0 0 0
    v128.bitselect
    f32x4.max
    local.set 5
    local.get 6
    i32.const 16
    i32.add
    local.set 6
    local.get 5
    f32x4.extract_lane 0
    local.get 5
    f32x4.extract_lane 1
    f32.max
    local.get 5
    f32x4.extract_lane 2
    local.get 5
    f32x4.extract_lane 3
    f32.max
    f32.max
    f32x4.splat
    local.set 5
    v128.const i32x4 0 0 0 0
    local.set 7
    local.get 3
    local.set 6
    local.get 4
    local.set 8
    local.get 6
    v128.load
    local.get 5
    f32x4.sub
    call $exp
    local.set 9
    local.get 8
    local.get 9
    v128.store
    local.get 7
    local.get 9
    f32x4.add
    local.set 7
    local.get 6
    i32.const 16
    i32.add
    local.set 6
    local.get 8
    i32.const 16
    i32.add
    local.set 8
    local.get 6
    v128.load
    local.get 5
    f32x4.sub
    call $exp
    local.set 9
    local.get 8
    local.get 9
    v128.store32_lane 0
    local.get 7
    local.get 9
    v128.const i32x4 0 0 0 0
    v128.const i32x4 -1 0 0 0
    v128.bitselect
    f32x4.add
    local.set 7
    local.get 6
    i32.const 16
    i32.add
    local.set 6
    local.get 8
    i32.const 16
    i32.add
    local.set 8
    local.get 7
    f32x4.extract_lane 0
    local.get 7
    f32x4.extract_lane 1
    f32.add
    local.get 7
    f32x4.extract_lane 2
    local.get 7
    f32x4.extract_lane 3
    f32.add
    f32.add
    f32x4.splat
    local.set 7
    local.get 4
    local.set 8
    local.get 8
    v128.load
    local.get 7
    f32x4.div
    local.set 9
    local.get 8
    local.get 9
    v128.store
    local.get 8
    i32.const 16
    i32.add
    local.set 8
    local.get 8
    v128.load
    local.get 7
    f32x4.div
    local.set 9
    local.get 8
    local.get 9
    v128.store32_lane 0
    local.get 8
    i32.const 16
    i32.add
    local.set 8
    local.get 1
    i32.const 20
    i32.add
    local.set 1
    local.get 2
    i32.const -1
    i32.add
    local.tee 2
    br_if 0
  end
)
