;; shifted/gradient = sum/gradient · wᵀ
(func $transpose_6x8 (param i32 i32 i32 i32)
  (local i32 i32 i32 i32 v128 v128 v128 v128 v128 v128 v128 v128)
  local.get 0
  local.set 4
  local.get 2
  local.set 5
  local.get 1
  i32.const 5
  i32.shl
  local.get 4
  i32.add
  local.set 6
  local.get 5
  local.get 3
  i32.const 5
  i32.shl
  i32.add
  local.set 7
  local.get 5
  local.get 3
  i32.const 24
  i32.mul
  i32.add
  local.set 7
  local.get 6
  v128.load
  local.set 8
  local.get 6
  v128.load offset=32
  local.set 9
  local.get 6
  v128.load offset=64
  local.set 10
  local.get 6
  v128.load offset=96
  local.set 11
  local.get 8
  local.get 9
  i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23
  local.set 12
  local.get 8
  local.get 9
  i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31
  local.set 13
  local.get 10
  local.get 11
  i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23
  local.set 14
  local.get 10
  local.get 11
  i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31
  local.set 15
  local.get 7
  local.get 12
  local.get 14
  i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
  v128.store
  local.get 7
  local.get 12
  local.get 14
  i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
  v128.store offset=24
  local.get 7
  local.get 13
  local.get 15
  i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
  v128.store offset=48
  local.get 7
  local.get 13
  local.get 15
  i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
  v128.store offset=72
  local.get 6
  v128.load offset=16
  local.set 8
  local.get 6
  v128.load offset=48
  local.set 9
  local.get 6
  v128.load offset=80
  local.set 10
  local.get 6
  v128.load offset=112
  local.set 11
  local.get 8
  local.get 9
  i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23
  local.set 12
  local.get 8
  local.get 9
  i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31
  local.set 13
  local.get 10
  local.get 11
  i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23
  local.set 14
  local.get 10
  local.get 11
  i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31
  local.set 15
  local.get 7
  local.get 12
  local.get 14
  i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
  v128.store offset=96
  local.get 7
  local.get 12
  local.get 14
  i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
  v128.store offset=120
  local.get 7
  local.get 13
  local.get 15
  i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
  v128.store offset=144
  local.get 7
  local.get 13
  local.get 15
  i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
  v128.store offset=168
  local.get 7
  local.get 6
  f32.load offset=128
  f32.store offset=16
  local.get 7
  local.get 6
  f32.load offset=132
  f32.store offset=40
  local.get 7
  local.get 6
  f32.load offset=136
  f32.store offset=64
  local.get 7
  local.get 6
  f32.load offset=140
  f32.store offset=88
  local.get 7
  local.get 6
  f32.load offset=160
  f32.store offset=20
  local.get 7
  local.get 6
  f32.load offset=164
  f32.store offset=44
  local.get 7
  local.get 6
  f32.load offset=168
  f32.store offset=68
  local.get 7
  local.get 6
  f32.load offset=172
  f32.store offset=92
  local.get 7
  local.get 6
  f32.load offset=144
  f32.store offset=112
  local.get 7
  local.get 6
  f32.load offset=148
  f32.store offset=136
  local.get 7
  local.get 6
  f32.load offset=152
  f32.store offset=160
  local.get 7
  local.get 6
  f32.load offset=156
  f32.store offset=184
  local.get 7
  local.get 6
  f32.load offset=176
  f32.store offset=116
  local.get 7
  local.get 6
  f32.load offset=180
  f32.store offset=140
  local.get 7
  local.get 6
  f32.load offset=184
  f32.store offset=164
  local.get 7
  local.get 6
  f32.load offset=188
  f32.store offset=188
  local.get 4
  i32.const 192
  i32.add
  local.set 4
  local.get 3
  i32.const 8
  i32.add
  local.set 3
)

(func $shifted/gradient (param i32)
  (local i32 i32 i32 i32 i32 i32 i32 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  i32.const 146624
  i32.const 0
  i32.const 162304
  i32.const 0
  call $transpose_6x8
  i32.const 0
  local.set 1
  i32.const 149568
  local.get 1
  i32.const 3
  i32.shl
  i32.const 162304
  i32.add
  local.get 1
  local.get 1
  local.get 0
  local.get 0
  local.set 7
  local.set 6
  local.set 5
  local.set 4
  local.set 3
  local.set 2
  local.get 7
  i32.const 4
  i32.ge_s
  if
    loop
      v128.const i32x4 0 0 0 0
      local.set 8
      v128.const i32x4 0 0 0 0
      local.set 9
      v128.const i32x4 0 0 0 0
      local.set 10
      v128.const i32x4 0 0 0 0
      local.set 11
      v128.const i32x4 0 0 0 0
      local.set 12
      v128.const i32x4 0 0 0 0
      local.set 13
      v128.const i32x4 0 0 0 0
      local.set 14
      v128.const i32x4 0 0 0 0
      local.set 15
      local.get 3
      v128.load
      local.set 16
      local.get 3
      v128.load offset=16
      local.set 17
      local.get 2
      v128.load32_splat
      local.set 18
      local.get 8
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 2
      v128.load32_splat offset=32
      local.set 18
      local.get 10
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 2
      v128.load32_splat offset=64
      local.set 18
      local.get 12
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 2
      v128.load32_splat offset=96
      local.set 18
      local.get 14
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 3
      v128.load offset=24
      local.set 16
      local.get 3
      v128.load offset=40
      local.set 17
      local.get 2
      v128.load32_splat offset=4
      local.set 18
      local.get 8
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 2
      v128.load32_splat offset=36
      local.set 18
      local.get 10
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 2
      v128.load32_splat offset=68
      local.set 18
      local.get 12
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 2
      v128.load32_splat offset=100
      local.set 18
      local.get 14
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 3
      v128.load offset=48
      local.set 16
      local.get 3
      v128.load offset=64
      local.set 17
      local.get 2
      v128.load32_splat offset=8
      local.set 18
      local.get 8
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 2
      v128.load32_splat offset=40
      local.set 18
      local.get 10
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 2
      v128.load32_splat offset=72
      local.set 18
      local.get 12
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 2
      v128.load32_splat offset=104
      local.set 18
      local.get 14
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 3
      v128.load offset=72
      local.set 16
      local.get 3
      v128.load offset=88
      local.set 17
      local.get 2
      v128.load32_splat offset=12
      local.set 18
      local.get 8
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 2
      v128.load32_splat offset=44
      local.set 18
      local.get 10
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 2
      v128.load32_splat offset=76
      local.set 18
      local.get 12
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 2
      v128.load32_splat offset=108
      local.set 18
      local.get 14
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 3
      v128.load offset=96
      local.set 16
      local.get 3
      v128.load offset=112
      local.set 17
      local.get 2
      v128.load32_splat offset=16
      local.set 18
      local.get 8
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 2
      v128.load32_splat offset=48
      local.set 18
      local.get 10
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 2
      v128.load32_splat offset=80
      local.set 18
      local.get 12
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 2
      v128.load32_splat offset=112
      local.set 18
      local.get 14
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 3
      v128.load offset=120
      local.set 16
      local.get 3
      v128.load offset=136
      local.set 17
      local.get 2
      v128.load32_splat offset=20
      local.set 18
      local.get 8
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 2
      v128.load32_splat offset=52
      local.set 18
      local.get 10
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 2
      v128.load32_splat offset=84
      local.set 18
      local.get 12
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 2
      v128.load32_splat offset=116
      local.set 18
      local.get 14
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 3
      v128.load offset=144
      local.set 16
      local.get 3
      v128.load offset=160
      local.set 17
      local.get 2
      v128.load32_splat offset=24
      local.set 18
      local.get 8
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 2
      v128.load32_splat offset=56
      local.set 18
      local.get 10
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 2
      v128.load32_splat offset=88
      local.set 18
      local.get 12
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 2
      v128.load32_splat offset=120
      local.set 18
      local.get 14
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 3
      v128.load offset=168
      local.set 16
      local.get 3
      v128.load offset=184
      local.set 17
      local.get 2
      v128.load32_splat offset=28
      local.set 18
      local.get 8
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 2
      v128.load32_splat offset=60
      local.set 18
      local.get 10
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 2
      v128.load32_splat offset=92
      local.set 18
      local.get 12
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 2
      v128.load32_splat offset=124
      local.set 18
      local.get 14
      local.get 18
      local.get 16
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 18
      local.get 17
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 4
      local.get 8
      v128.store offset=148352
      local.get 4
      local.get 10
      v128.store offset=148376
      local.get 4
      local.get 12
      v128.store offset=148400
      local.get 4
      local.get 14
      v128.store offset=148424
      local.get 4
      local.get 9
      v128.store64_lane offset=148368 align=4 0
      local.get 4
      local.get 11
      v128.store64_lane offset=148392 align=4 0
      local.get 4
      local.get 13
      v128.store64_lane offset=148416 align=4 0
      local.get 4
      local.get 15
      v128.store64_lane offset=148440 align=4 0
      local.get 2
      i32.const 128
      i32.add
      local.set 2
      local.get 4
      i32.const 96
      i32.add
      local.set 4
      local.get 7
      i32.const -4
      i32.add
      local.set 7
      local.get 7
      i32.const 4
      i32.ge_s
      br_if 0
    end
  end
  local.get 7
  i32.const 2
  i32.and
  if
    v128.const i32x4 0 0 0 0
    local.set 8
    v128.const i32x4 0 0 0 0
    local.set 9
    v128.const i32x4 0 0 0 0
    local.set 10
    v128.const i32x4 0 0 0 0
    local.set 11
    local.get 3
    v128.load
    local.set 12
    local.get 3
    v128.load offset=16
    local.set 13
    local.get 2
    v128.load32_splat
    local.set 14
    local.get 8
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 2
    v128.load32_splat offset=32
    local.set 14
    local.get 10
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 3
    v128.load offset=24
    local.set 12
    local.get 3
    v128.load offset=40
    local.set 13
    local.get 2
    v128.load32_splat offset=4
    local.set 14
    local.get 8
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 2
    v128.load32_splat offset=36
    local.set 14
    local.get 10
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 3
    v128.load offset=48
    local.set 12
    local.get 3
    v128.load offset=64
    local.set 13
    local.get 2
    v128.load32_splat offset=8
    local.set 14
    local.get 8
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 2
    v128.load32_splat offset=40
    local.set 14
    local.get 10
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 3
    v128.load offset=72
    local.set 12
    local.get 3
    v128.load offset=88
    local.set 13
    local.get 2
    v128.load32_splat offset=12
    local.set 14
    local.get 8
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 2
    v128.load32_splat offset=44
    local.set 14
    local.get 10
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 3
    v128.load offset=96
    local.set 12
    local.get 3
    v128.load offset=112
    local.set 13
    local.get 2
    v128.load32_splat offset=16
    local.set 14
    local.get 8
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 2
    v128.load32_splat offset=48
    local.set 14
    local.get 10
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 3
    v128.load offset=120
    local.set 12
    local.get 3
    v128.load offset=136
    local.set 13
    local.get 2
    v128.load32_splat offset=20
    local.set 14
    local.get 8
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 2
    v128.load32_splat offset=52
    local.set 14
    local.get 10
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 3
    v128.load offset=144
    local.set 12
    local.get 3
    v128.load offset=160
    local.set 13
    local.get 2
    v128.load32_splat offset=24
    local.set 14
    local.get 8
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 2
    v128.load32_splat offset=56
    local.set 14
    local.get 10
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 3
    v128.load offset=168
    local.set 12
    local.get 3
    v128.load offset=184
    local.set 13
    local.get 2
    v128.load32_splat offset=28
    local.set 14
    local.get 8
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 2
    v128.load32_splat offset=60
    local.set 14
    local.get 10
    local.get 14
    local.get 12
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 14
    local.get 13
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 4
    local.get 8
    v128.store offset=148352
    local.get 4
    local.get 10
    v128.store offset=148376
    local.get 4
    local.get 9
    v128.store64_lane offset=148368 align=4 0
    local.get 4
    local.get 11
    v128.store64_lane offset=148392 align=4 0
    local.get 2
    i32.const 64
    i32.add
    local.set 2
    local.get 4
    i32.const 48
    i32.add
    local.set 4
  end
  local.get 7
  i32.const 1
  i32.and
  if
    v128.const i32x4 0 0 0 0
    local.set 8
    v128.const i32x4 0 0 0 0
    local.set 9
    local.get 3
    v128.load
    local.set 10
    local.get 3
    v128.load offset=16
    local.set 11
    local.get 2
    v128.load32_splat
    local.set 12
    local.get 8
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 3
    v128.load offset=24
    local.set 10
    local.get 3
    v128.load offset=40
    local.set 11
    local.get 2
    v128.load32_splat offset=4
    local.set 12
    local.get 8
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 3
    v128.load offset=48
    local.set 10
    local.get 3
    v128.load offset=64
    local.set 11
    local.get 2
    v128.load32_splat offset=8
    local.set 12
    local.get 8
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 3
    v128.load offset=72
    local.set 10
    local.get 3
    v128.load offset=88
    local.set 11
    local.get 2
    v128.load32_splat offset=12
    local.set 12
    local.get 8
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 3
    v128.load offset=96
    local.set 10
    local.get 3
    v128.load offset=112
    local.set 11
    local.get 2
    v128.load32_splat offset=16
    local.set 12
    local.get 8
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 3
    v128.load offset=120
    local.set 10
    local.get 3
    v128.load offset=136
    local.set 11
    local.get 2
    v128.load32_splat offset=20
    local.set 12
    local.get 8
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 3
    v128.load offset=144
    local.set 10
    local.get 3
    v128.load offset=160
    local.set 11
    local.get 2
    v128.load32_splat offset=24
    local.set 12
    local.get 8
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 3
    v128.load offset=168
    local.set 10
    local.get 3
    v128.load offset=184
    local.set 11
    local.get 2
    v128.load32_splat offset=28
    local.set 12
    local.get 8
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 4
    local.get 8
    v128.store offset=148352
    local.get 4
    local.get 9
    v128.store64_lane offset=148368 align=4 0
    local.get 2
    i32.const 32
    i32.add
    local.set 2
    local.get 4
    i32.const 24
    i32.add
    local.set 4
  end
)
