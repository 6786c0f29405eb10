;; y = exp(x)
(func $y (param i32)
  (local i32 i32 i32 i32 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  i32.const 4160
  v128.load32_splat
  local.set 11
  i32.const 4164
  v128.load32_splat
  local.set 12
  i32.const 4168
  v128.load32_splat
  local.set 13
  i32.const 4172
  v128.load32_splat
  local.set 14
  i32.const 4176
  v128.load32_splat
  local.set 15
  i32.const 4180
  v128.load32_splat
  local.set 16
  i32.const 4184
  v128.load32_splat
  local.set 18
  i32.const 4188
  v128.load32_splat
  local.set 19
  i32.const 4192
  v128.load32_splat
  local.set 20
  i32.const 4196
  v128.load32_splat
  local.set 21
  i32.const 4200
  v128.load32_splat
  local.set 22
  i32.const 4204
  v128.load32_splat
  local.set 23
  i32.const 4208
  v128.load32_splat
  local.set 24
  i32.const 0
  local.set 1
  local.get 0
  i32.const 2
  i32.shl
  local.set 2
  local.get 2
  i32.const 4
  i32.ge_s
  if
    loop
      local.get 1
      v128.load offset=148544
      local.set 5
      local.get 5
      local.set 7
      local.get 7
      local.get 11
      f32x4.pmax
      local.get 12
      f32x4.pmin
      local.set 7
      local.get 7
      local.get 13
      f32x4.mul
      local.get 14
      f32x4.add
      local.tee 8
      local.get 14
      f32x4.sub
      local.set 10
      local.get 7
      local.get 10
      local.get 15
      f32x4.mul
      f32x4.sub
      local.set 7
      local.get 7
      local.get 10
      local.get 16
      f32x4.mul
      f32x4.sub
      local.set 10
      local.get 10
      local.get 10
      f32x4.mul
      local.set 17
      local.get 18
      local.get 10
      f32x4.mul
      local.get 19
      f32x4.add
      local.get 20
      local.get 10
      f32x4.mul
      local.get 21
      f32x4.add
      local.get 17
      local.get 22
      f32x4.mul
      f32x4.add
      local.get 17
      f32x4.mul
      f32x4.add
      local.get 17
      f32x4.mul
      local.get 10
      f32x4.add
      local.get 23
      f32x4.add
      local.get 8
      local.get 14
      i32x4.sub
      local.set 8
      local.get 8
      i32.const 1
      i32x4.shr_s
      local.set 9
      local.get 9
      local.get 24
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      local.get 8
      local.get 9
      i32x4.sub
      local.get 24
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      local.set 6
      local.get 1
      i32.const 16
      i32.add
      local.set 1
      local.get 2
      i32.const -4
      i32.add
      local.set 2
      local.get 2
      i32.const 4
      i32.ge_s
      br_if 0
    end
  end
)
