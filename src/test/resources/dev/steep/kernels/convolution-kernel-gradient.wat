;; kernel/gradient = sum over the positions of shifted under each tap, times y/gradient
(func $frame (param i32 i32)
  (local i32 i32)
  local.get 1
  i32.const 112
  i32.add
  local.set 1
  i32.const 4
  local.set 2
  loop
    i32.const 4
    local.set 3
    loop
      local.get 1
      local.get 0
      v128.load
      v128.store
      local.get 0
      i32.const 16
      i32.add
      local.set 0
      local.get 1
      i32.const 16
      i32.add
      local.set 1
      local.get 3
      i32.const -1
      i32.add
      local.tee 3
      br_if 0
    end
    local.get 1
    i32.const 32
    i32.add
    local.set 1
    local.get 2
    i32.const -1
    i32.add
    local.tee 2
    br_if 0
  end
)

(func $tiles_4x8_kernel/gradient (param i32 i32 i32 i32 i32 i32)
  (local i32 i32 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  i32.const 3
  local.set 6
  loop
    i32.const 3
    local.set 7
    loop
      local.get 2
      v128.load offset=158720
      local.set 8
      local.get 2
      v128.load offset=158736
      local.set 9
      local.get 2
      v128.load offset=158752
      local.set 10
      local.get 2
      v128.load offset=158768
      local.set 11
      local.get 2
      v128.load offset=158784
      local.set 12
      local.get 2
      v128.load offset=158800
      local.set 13
      local.get 2
      v128.load offset=158816
      local.set 14
      local.get 2
      v128.load offset=158832
      local.set 15
      local.get 1
      v128.load
      local.set 16
      local.get 1
      v128.load offset=16
      local.set 17
      local.get 0
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
      local.get 0
      v128.load32_splat offset=4
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
      local.get 0
      v128.load32_splat offset=8
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
      local.get 0
      v128.load32_splat offset=12
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
      local.get 1
      v128.load offset=32
      local.set 16
      local.get 1
      v128.load offset=48
      local.set 17
      local.get 0
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
      local.get 0
      v128.load32_splat offset=20
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
      local.get 0
      v128.load32_splat offset=24
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
      local.get 0
      v128.load32_splat offset=28
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
      local.get 1
      v128.load offset=64
      local.set 16
      local.get 1
      v128.load offset=80
      local.set 17
      local.get 0
      v128.load32_splat offset=32
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
      local.get 0
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
      local.get 0
      v128.load32_splat offset=40
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
      local.get 0
      v128.load32_splat offset=44
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
      local.get 1
      v128.load offset=96
      local.set 16
      local.get 1
      v128.load offset=112
      local.set 17
      local.get 0
      v128.load32_splat offset=48
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
      local.get 0
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
      local.get 0
      v128.load32_splat offset=56
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
      local.get 0
      v128.load32_splat offset=60
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
      local.get 1
      v128.load offset=128
      local.set 16
      local.get 1
      v128.load offset=144
      local.set 17
      local.get 0
      v128.load32_splat offset=96
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
      local.get 0
      v128.load32_splat offset=100
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
      local.get 0
      v128.load32_splat offset=104
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
      local.get 0
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
      local.get 1
      v128.load offset=160
      local.set 16
      local.get 1
      v128.load offset=176
      local.set 17
      local.get 0
      v128.load32_splat offset=112
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
      local.get 0
      v128.load32_splat offset=116
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
      local.get 0
      v128.load32_splat offset=120
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
      local.get 0
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
      local.get 1
      v128.load offset=192
      local.set 16
      local.get 1
      v128.load offset=208
      local.set 17
      local.get 0
      v128.load32_splat offset=128
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
      local.get 0
      v128.load32_splat offset=132
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
      local.get 0
      v128.load32_splat offset=136
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
      local.get 0
      v128.load32_splat offset=140
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
      local.get 1
      v128.load offset=224
      local.set 16
      local.get 1
      v128.load offset=240
      local.set 17
      local.get 0
      v128.load32_splat offset=144
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
      local.get 0
      v128.load32_splat offset=148
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
      local.get 0
      v128.load32_splat offset=152
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
      local.get 0
      v128.load32_splat offset=156
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
      local.get 1
      v128.load offset=256
      local.set 16
      local.get 1
      v128.load offset=272
      local.set 17
      local.get 0
      v128.load32_splat offset=192
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
      local.get 0
      v128.load32_splat offset=196
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
      local.get 0
      v128.load32_splat offset=200
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
      local.get 0
      v128.load32_splat offset=204
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
      local.get 1
      v128.load offset=288
      local.set 16
      local.get 1
      v128.load offset=304
      local.set 17
      local.get 0
      v128.load32_splat offset=208
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
      local.get 0
      v128.load32_splat offset=212
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
      local.get 0
      v128.load32_splat offset=216
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
      local.get 0
      v128.load32_splat offset=220
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
      local.get 1
      v128.load offset=320
      local.set 16
      local.get 1
      v128.load offset=336
      local.set 17
      local.get 0
      v128.load32_splat offset=224
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
      local.get 0
      v128.load32_splat offset=228
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
      local.get 0
      v128.load32_splat offset=232
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
      local.get 0
      v128.load32_splat offset=236
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
      local.get 1
      v128.load offset=352
      local.set 16
      local.get 1
      v128.load offset=368
      local.set 17
      local.get 0
      v128.load32_splat offset=240
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
      local.get 0
      v128.load32_splat offset=244
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
      local.get 0
      v128.load32_splat offset=248
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
      local.get 0
      v128.load32_splat offset=252
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
      local.get 1
      v128.load offset=384
      local.set 16
      local.get 1
      v128.load offset=400
      local.set 17
      local.get 0
      v128.load32_splat offset=288
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
      local.get 0
      v128.load32_splat offset=292
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
      local.get 0
      v128.load32_splat offset=296
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
      local.get 0
      v128.load32_splat offset=300
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
      local.get 1
      v128.load offset=416
      local.set 16
      local.get 1
      v128.load offset=432
      local.set 17
      local.get 0
      v128.load32_splat offset=304
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
      local.get 0
      v128.load32_splat offset=308
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
      local.get 0
      v128.load32_splat offset=312
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
      local.get 0
      v128.load32_splat offset=316
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
      local.get 1
      v128.load offset=448
      local.set 16
      local.get 1
      v128.load offset=464
      local.set 17
      local.get 0
      v128.load32_splat offset=320
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
      local.get 0
      v128.load32_splat offset=324
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
      local.get 0
      v128.load32_splat offset=328
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
      local.get 0
      v128.load32_splat offset=332
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
      local.get 1
      v128.load offset=480
      local.set 16
      local.get 1
      v128.load offset=496
      local.set 17
      local.get 0
      v128.load32_splat offset=336
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
      local.get 0
      v128.load32_splat offset=340
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
      local.get 0
      v128.load32_splat offset=344
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
      local.get 0
      v128.load32_splat offset=348
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
      local.get 0
      i32.const 16
      i32.add
      local.set 0
      local.get 2
      i32.const 128
      i32.add
      local.set 2
      local.get 7
      i32.const -1
      i32.add
      local.tee 7
      br_if 0
    end
    local.get 0
    i32.const -32
    i32.add
    local.set 0
    local.get 0
    i32.const 80
    i32.add
    local.set 0
    local.get 6
    i32.const -1
    i32.add
    local.tee 6
    br_if 0
  end
)

(func $kernel/gradient (param i32)
  (local i32 i32 i32 i32 i32)
  i32.const 157056
  local.set 1
  i32.const 158720
  i32.const 0
  i32.const 1152
  memory.fill
  i32.const 152960
  local.set 2
  local.get 0
  local.set 3
  loop
    local.get 2
    i32.const 299456
    call $frame
    i32.const 299456
    local.set 4
    i32.const 0
    local.set 5
    local.get 4
    local.get 1
    local.get 5
    i32.add
    local.get 5
    i32.const 0
    i32.const 0
    i32.const 0
    call $tiles_4x8_kernel/gradient
    local.get 5
    i32.const 32
    i32.add
    local.set 5
    local.get 1
    i32.const 512
    i32.add
    local.set 1
    local.get 2
    i32.const 256
    i32.add
    local.set 2
    local.get 3
    i32.const -1
    i32.add
    local.tee 3
    br_if 0
  end
)
