;; y = erf(x)
(func $y (param i32)
  (local i32 i32 i32 i32 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
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
  local.set 17
  i32.const 4188
  v128.load32_splat
  local.set 18
  i32.const 4192
  v128.load32_splat
  local.set 19
  i32.const 4196
  v128.load32_splat
  local.set 20
  i32.const 4200
  v128.load32_splat
  local.set 21
  i32.const 4204
  v128.load32_splat
  local.set 22
  i32.const 4208
  v128.load32_splat
  local.set 23
  i32.const 4212
  v128.load32_splat
  local.set 24
  i32.const 4216
  v128.load32_splat
  local.set 25
  i32.const 4220
  v128.load32_splat
  local.set 30
  i32.const 4224
  v128.load32_splat
  local.set 31
  i32.const 4228
  v128.load32_splat
  local.set 32
  i32.const 4232
  v128.load32_splat
  local.set 33
  i32.const 4236
  v128.load32_splat
  local.set 34
  i32.const 4240
  v128.load32_splat
  local.set 35
  i32.const 4244
  v128.load32_splat
  local.set 37
  i32.const 4248
  v128.load32_splat
  local.set 38
  i32.const 4252
  v128.load32_splat
  local.set 39
  i32.const 4256
  v128.load32_splat
  local.set 40
  i32.const 4260
  v128.load32_splat
  local.set 41
  i32.const 4264
  v128.load32_splat
  local.set 42
  i32.const 4268
  v128.load32_splat
  local.set 43
  i32.const 4272
  v128.load32_splat
  local.set 44
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
      f32x4.abs
      local.set 8
      local.get 7
      local.get 7
      f32x4.mul
      local.set 9
      local.get 11
      local.get 9
      f32x4.mul
      local.get 12
      f32x4.add
      local.get 9
      f32x4.mul
      local.get 13
      f32x4.add
      local.get 9
      f32x4.mul
      local.get 14
      f32x4.add
      local.get 9
      f32x4.mul
      local.get 15
      f32x4.add
      local.get 9
      f32x4.mul
      local.get 16
      f32x4.add
      local.get 7
      f32x4.mul
      local.get 7
      f32x4.add
      local.set 10
      local.get 8
      local.get 17
      f32x4.pmin
      local.set 8
      local.get 10
      local.get 18
      local.get 19
      local.get 8
      f32x4.mul
      local.get 20
      f32x4.add
      local.get 8
      f32x4.mul
      local.get 21
      f32x4.add
      local.get 8
      f32x4.mul
      local.get 22
      f32x4.add
      local.get 8
      f32x4.mul
      local.get 23
      f32x4.add
      local.get 8
      f32x4.mul
      local.get 24
      f32x4.add
      local.get 8
      f32x4.mul
      local.get 25
      f32x4.add
      local.get 8
      f32x4.mul
      local.get 8
      f32x4.sub
      local.set 26
      local.get 26
      local.get 30
      f32x4.pmax
      local.get 31
      f32x4.pmin
      local.set 26
      local.get 26
      local.get 32
      f32x4.mul
      local.get 33
      f32x4.add
      local.tee 27
      local.get 33
      f32x4.sub
      local.set 29
      local.get 26
      local.get 29
      local.get 34
      f32x4.mul
      f32x4.sub
      local.set 26
      local.get 26
      local.get 29
      local.get 35
      f32x4.mul
      f32x4.sub
      local.set 29
      local.get 29
      local.get 29
      f32x4.mul
      local.set 36
      local.get 37
      local.get 29
      f32x4.mul
      local.get 38
      f32x4.add
      local.get 39
      local.get 29
      f32x4.mul
      local.get 40
      f32x4.add
      local.get 36
      local.get 41
      f32x4.mul
      f32x4.add
      local.get 36
      f32x4.mul
      f32x4.add
      local.get 36
      f32x4.mul
      local.get 29
      f32x4.add
      local.get 18
      f32x4.add
      local.get 27
      local.get 33
      i32x4.sub
      local.set 27
      local.get 27
      i32.const 1
      i32x4.shr_s
      local.set 28
      local.get 28
      local.get 42
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      local.get 27
      local.get 28
      i32x4.sub
      local.get 42
      i32x4.add
      i32.const 23
      i32x4.shl
      f32x4.mul
      f32x4.sub
      local.get 7
      local.get 43
      v128.and
      v128.or
      local.get 7
      f32x4.abs
      local.get 44
      f32x4.lt
      v128.bitselect
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
