;; cross-entropy = -sum of t log(softmax(shifted))
(func $cross-entropy (param i32)
  (local i32 i32 i32 i32 v128 v128 i32 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  i32.const 4160
  v128.load32_splat
  local.set 6
  i32.const 4164
  v128.load32_splat
  local.set 17
  i32.const 4168
  v128.load32_splat
  local.set 18
  i32.const 4172
  v128.load32_splat
  local.set 19
  i32.const 4176
  v128.load32_splat
  local.set 20
  i32.const 4180
  v128.load32_splat
  local.set 21
  i32.const 4184
  v128.load32_splat
  local.set 22
  i32.const 4188
  v128.load32_splat
  local.set 24
  i32.const 4192
  v128.load32_splat
  local.set 25
  i32.const 4196
  v128.load32_splat
  local.set 26
  i32.const 4200
  v128.load32_splat
  local.set 27
  i32.const 4204
  v128.load32_splat
  local.set 28
  i32.const 4208
  v128.load32_splat
  local.set 29
  i32.const 4212
  v128.load32_splat
  local.set 30
  i32.const 4216
  v128.load32_splat
  local.set 31
  i32.const 4220
  v128.load32_splat
  local.set 33
  i32.const 4224
  v128.load32_splat
  local.set 34
  i32.const 4228
  v128.load32_splat
  local.set 35
  i32.const 4232
  v128.load32_splat
  local.set 36
  i32.const 4236
  v128.load32_splat
  local.set 37
  i32.const 4240
  v128.load32_splat
  local.set 38
  i32.const 4244
  v128.load32_splat
  local.set 39
  i32.const 0
  local.set 1
  i32.const 147328
  local.set 2
  loop
    local.get 1
    i32.const 146944
    i32.add
    local.set 3
    local.get 1
    i32.const 146816
    i32.add
    local.set 4
    local.get 6
    local.set 5
    local.get 3
    local.set 7
    local.get 5
    local.get 7
    v128.load
    f32x4.max
    local.set 5
    local.get 7
    i32.const 16
    i32.add
    local.set 7
    local.get 5
    local.get 7
    v128.load
    local.get 6
    v128.const i32x4 -1 0 0 0
    v128.bitselect
    f32x4.max
    local.set 5
    local.get 7
    i32.const 16
    i32.add
    local.set 7
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
    local.set 8
    v128.const i32x4 0 0 0 0
    local.set 9
    v128.const i32x4 0 0 0 0
    local.set 10
    local.get 3
    v128.load
    local.get 5
    f32x4.sub
    local.set 11
    local.get 8
    local.get 11
    local.set 13
    local.get 13
    local.get 17
    f32x4.pmax
    local.get 18
    f32x4.pmin
    local.set 13
    local.get 13
    local.get 19
    f32x4.mul
    local.get 20
    f32x4.add
    local.tee 14
    local.get 20
    f32x4.sub
    local.set 16
    local.get 13
    local.get 16
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 13
    local.get 13
    local.get 16
    local.get 22
    f32x4.mul
    f32x4.sub
    local.set 16
    local.get 16
    local.get 16
    f32x4.mul
    local.set 23
    local.get 24
    local.get 16
    f32x4.mul
    local.get 25
    f32x4.add
    local.get 26
    local.get 16
    f32x4.mul
    local.get 27
    f32x4.add
    local.get 23
    local.get 28
    f32x4.mul
    f32x4.add
    local.get 23
    f32x4.mul
    f32x4.add
    local.get 23
    f32x4.mul
    local.get 16
    f32x4.add
    local.get 29
    f32x4.add
    local.get 14
    local.get 20
    i32x4.sub
    local.set 14
    local.get 14
    i32.const 1
    i32x4.shr_s
    local.set 15
    local.get 15
    local.get 30
    i32x4.add
    i32.const 23
    i32x4.shl
    f32x4.mul
    local.get 14
    local.get 15
    i32x4.sub
    local.get 30
    i32x4.add
    i32.const 23
    i32x4.shl
    f32x4.mul
    local.get 11
    v128.const i32x4 0 0 0 0
    f32x4.ne
    v128.and
    f32x4.add
    local.set 8
    local.get 9
    local.get 11
    v128.const i32x4 0 0 0 0
    f32x4.eq
    local.get 29
    v128.and
    f32x4.add
    local.set 9
    local.get 4
    v128.load
    local.set 12
    local.get 10
    local.get 12
    local.get 11
    f32x4.mul
    local.get 12
    v128.const i32x4 0 0 0 0
    f32x4.ne
    v128.and
    f32x4.add
    local.set 10
    local.get 3
    i32.const 16
    i32.add
    local.set 3
    local.get 4
    i32.const 16
    i32.add
    local.set 4
    local.get 3
    v128.load
    local.get 5
    f32x4.sub
    local.set 11
    local.get 8
    local.get 11
    local.set 13
    local.get 13
    local.get 17
    f32x4.pmax
    local.get 18
    f32x4.pmin
    local.set 13
    local.get 13
    local.get 19
    f32x4.mul
    local.get 20
    f32x4.add
    local.tee 14
    local.get 20
    f32x4.sub
    local.set 16
    local.get 13
    local.get 16
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 13
    local.get 13
    local.get 16
    local.get 22
    f32x4.mul
    f32x4.sub
    local.set 16
    local.get 16
    local.get 16
    f32x4.mul
    local.set 23
    local.get 24
    local.get 16
    f32x4.mul
    local.get 25
    f32x4.add
    local.get 26
    local.get 16
    f32x4.mul
    local.get 27
    f32x4.add
    local.get 23
    local.get 28
    f32x4.mul
    f32x4.add
    local.get 23
    f32x4.mul
    f32x4.add
    local.get 23
    f32x4.mul
    local.get 16
    f32x4.add
    local.get 29
    f32x4.add
    local.get 14
    local.get 20
    i32x4.sub
    local.set 14
    local.get 14
    i32.const 1
    i32x4.shr_s
    local.set 15
    local.get 15
    local.get 30
    i32x4.add
    i32.const 23
    i32x4.shl
    f32x4.mul
    local.get 14
    local.get 15
    i32x4.sub
    local.get 30
    i32x4.add
    i32.const 23
    i32x4.shl
    f32x4.mul
    local.get 11
    v128.const i32x4 0 0 0 0
    f32x4.ne
    v128.and
    v128.const i32x4 0 0 0 0
    v128.const i32x4 -1 0 0 0
    v128.bitselect
    f32x4.add
    local.set 8
    local.get 9
    local.get 11
    v128.const i32x4 0 0 0 0
    f32x4.eq
    local.get 29
    v128.and
    v128.const i32x4 0 0 0 0
    v128.const i32x4 -1 0 0 0
    v128.bitselect
    f32x4.add
    local.set 9
    local.get 4
    v128.load
    v128.const i32x4 0 0 0 0
    v128.const i32x4 -1 0 0 0
    v128.bitselect
    local.set 12
    local.get 10
    local.get 12
    local.get 11
    f32x4.mul
    local.get 12
    v128.const i32x4 0 0 0 0
    f32x4.ne
    v128.and
    f32x4.add
    local.set 10
    local.get 3
    i32.const 16
    i32.add
    local.set 3
    local.get 4
    i32.const 16
    i32.add
    local.set 4
    local.get 8
    f32x4.extract_lane 0
    local.get 8
    f32x4.extract_lane 1
    f32.add
    local.get 8
    f32x4.extract_lane 2
    local.get 8
    f32x4.extract_lane 3
    f32.add
    f32.add
    f32x4.splat
    local.set 8
    local.get 9
    f32x4.extract_lane 0
    local.get 9
    f32x4.extract_lane 1
    f32.add
    local.get 9
    f32x4.extract_lane 2
    local.get 9
    f32x4.extract_lane 3
    f32.add
    f32.add
    f32x4.splat
    local.set 9
    local.get 2
    local.get 8
    local.get 9
    local.get 29
    f32x4.sub
    f32x4.add
    local.set 11
    local.get 11
    local.get 29
    f32x4.add
    local.set 12
    local.get 12
    local.get 31
    i32x4.sub
    i32.const 23
    i32x4.shr_s
    local.set 13
    local.get 12
    local.get 13
    i32.const 23
    i32x4.shl
    i32x4.sub
    local.get 29
    f32x4.sub
    local.set 14
    local.get 14
    local.get 11
    local.get 12
    local.get 29
    f32x4.sub
    f32x4.sub
    local.get 29
    local.get 13
    i32.const 23
    i32x4.shl
    i32x4.sub
    v128.const i32x4 0 0 0 0
    f32x4.pmax
    f32x4.mul
    f32x4.add
    local.set 14
    local.get 13
    f32x4.convert_i32x4_s
    local.set 13
    local.get 14
    local.get 14
    local.get 33
    f32x4.add
    f32x4.div
    local.set 15
    local.get 15
    local.get 15
    f32x4.mul
    local.set 16
    local.get 34
    local.get 16
    f32x4.mul
    local.get 35
    f32x4.add
    local.get 16
    f32x4.mul
    local.get 36
    f32x4.add
    local.get 16
    f32x4.mul
    local.get 37
    f32x4.add
    local.get 16
    f32x4.mul
    local.get 38
    f32x4.add
    local.get 16
    f32x4.mul
    local.set 23
    local.get 14
    local.get 14
    f32x4.mul
    local.get 25
    f32x4.mul
    local.set 32
    local.get 13
    local.get 21
    f32x4.mul
    local.get 32
    local.get 32
    local.get 23
    f32x4.add
    local.get 15
    f32x4.mul
    local.get 13
    local.get 22
    f32x4.mul
    f32x4.add
    f32x4.sub
    local.get 14
    f32x4.sub
    f32x4.sub
    local.set 14
    local.get 11
    local.get 14
    local.get 11
    local.get 11
    f32x4.add
    local.get 11
    f32x4.eq
    v128.bitselect
    local.get 6
    local.get 12
    v128.const i32x4 0 0 0 0
    f32x4.ne
    v128.bitselect
    local.get 39
    local.get 12
    v128.const i32x4 0 0 0 0
    f32x4.ge
    v128.bitselect
    f32x4.extract_lane 0
    local.get 10
    f32x4.extract_lane 0
    local.get 10
    f32x4.extract_lane 1
    f32.add
    local.get 10
    f32x4.extract_lane 2
    local.get 10
    f32x4.extract_lane 3
    f32.add
    f32.add
    f32.sub
    f32.store
    local.get 1
    i32.const 20
    i32.add
    local.set 1
    local.get 2
    i32.const 4
    i32.add
    local.set 2
    local.get 0
    i32.const -1
    i32.add
    local.tee 0
    br_if 0
  end
)
