;; product = shifted · w
;; sum = product + b
;; y = if(sum <= 0, 0, sum)
;; weighted = y * t
(func $tiles_4x8_weighted (param i32 i32 i32 i32 i32 i32)
  (local v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  loop
    v128.const i32x4 0 0 0 0
    local.set 6
    v128.const i32x4 0 0 0 0
    local.set 7
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
    local.get 1
    v128.load
    local.set 14
    local.get 1
    v128.load offset=16
    local.set 15
    local.get 0
    v128.load32_splat
    local.set 16
    local.get 6
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=24
    local.set 16
    local.get 8
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 0
    v128.load32_splat offset=48
    local.set 16
    local.get 10
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 0
    v128.load32_splat offset=72
    local.set 16
    local.get 12
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 12
    local.get 13
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 13
    local.get 1
    v128.load offset=32
    local.set 14
    local.get 1
    v128.load offset=48
    local.set 15
    local.get 0
    v128.load32_splat offset=4
    local.set 16
    local.get 6
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=28
    local.set 16
    local.get 8
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 0
    v128.load32_splat offset=52
    local.set 16
    local.get 10
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 0
    v128.load32_splat offset=76
    local.set 16
    local.get 12
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 12
    local.get 13
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 13
    local.get 1
    v128.load offset=64
    local.set 14
    local.get 1
    v128.load offset=80
    local.set 15
    local.get 0
    v128.load32_splat offset=8
    local.set 16
    local.get 6
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=32
    local.set 16
    local.get 8
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 0
    v128.load32_splat offset=56
    local.set 16
    local.get 10
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 0
    v128.load32_splat offset=80
    local.set 16
    local.get 12
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 12
    local.get 13
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 13
    local.get 1
    v128.load offset=96
    local.set 14
    local.get 1
    v128.load offset=112
    local.set 15
    local.get 0
    v128.load32_splat offset=12
    local.set 16
    local.get 6
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=36
    local.set 16
    local.get 8
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 0
    v128.load32_splat offset=60
    local.set 16
    local.get 10
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 0
    v128.load32_splat offset=84
    local.set 16
    local.get 12
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 12
    local.get 13
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 13
    local.get 1
    v128.load offset=128
    local.set 14
    local.get 1
    v128.load offset=144
    local.set 15
    local.get 0
    v128.load32_splat offset=16
    local.set 16
    local.get 6
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=40
    local.set 16
    local.get 8
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 0
    v128.load32_splat offset=64
    local.set 16
    local.get 10
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 0
    v128.load32_splat offset=88
    local.set 16
    local.get 12
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 12
    local.get 13
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 13
    local.get 1
    v128.load offset=160
    local.set 14
    local.get 1
    v128.load offset=176
    local.set 15
    local.get 0
    v128.load32_splat offset=20
    local.set 16
    local.get 6
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=44
    local.set 16
    local.get 8
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 8
    local.get 9
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 9
    local.get 0
    v128.load32_splat offset=68
    local.set 16
    local.get 10
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 10
    local.get 11
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 11
    local.get 0
    v128.load32_splat offset=92
    local.set 16
    local.get 12
    local.get 16
    local.get 14
    f32x4.mul
    f32x4.add
    local.set 12
    local.get 13
    local.get 16
    local.get 15
    f32x4.mul
    f32x4.add
    local.set 13
    v128.const i32x4 0 0 0 0
    local.set 16
    local.get 3
    v128.load offset=149824
    local.set 17
    local.get 6
    local.get 17
    f32x4.add
    local.set 18
    local.get 18
    local.get 16
    f32x4.max
    local.set 19
    local.get 2
    v128.load offset=148672
    local.set 20
    local.get 19
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 18
    v128.store offset=149632
    local.get 2
    local.get 21
    v128.store offset=150144
    local.get 8
    local.get 17
    f32x4.add
    local.set 18
    local.get 18
    local.get 16
    f32x4.max
    local.set 19
    local.get 2
    v128.load offset=148704
    local.set 20
    local.get 19
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 18
    v128.store offset=149664
    local.get 2
    local.get 21
    v128.store offset=150176
    local.get 10
    local.get 17
    f32x4.add
    local.set 18
    local.get 18
    local.get 16
    f32x4.max
    local.set 19
    local.get 2
    v128.load offset=148736
    local.set 20
    local.get 19
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 18
    v128.store offset=149696
    local.get 2
    local.get 21
    v128.store offset=150208
    local.get 12
    local.get 17
    f32x4.add
    local.set 18
    local.get 18
    local.get 16
    f32x4.max
    local.set 19
    local.get 2
    v128.load offset=148768
    local.set 20
    local.get 19
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 18
    v128.store offset=149728
    local.get 2
    local.get 21
    v128.store offset=150240
    local.get 3
    v128.load offset=149840
    local.set 17
    local.get 7
    local.get 17
    f32x4.add
    local.set 18
    local.get 18
    local.get 16
    f32x4.max
    local.set 19
    local.get 2
    v128.load offset=148688
    local.set 20
    local.get 19
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 18
    v128.store offset=149648
    local.get 2
    local.get 21
    v128.store offset=150160
    local.get 9
    local.get 17
    f32x4.add
    local.set 18
    local.get 18
    local.get 16
    f32x4.max
    local.set 19
    local.get 2
    v128.load offset=148720
    local.set 20
    local.get 19
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 18
    v128.store offset=149680
    local.get 2
    local.get 21
    v128.store offset=150192
    local.get 11
    local.get 17
    f32x4.add
    local.set 18
    local.get 18
    local.get 16
    f32x4.max
    local.set 19
    local.get 2
    v128.load offset=148752
    local.set 20
    local.get 19
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 18
    v128.store offset=149712
    local.get 2
    local.get 21
    v128.store offset=150224
    local.get 13
    local.get 17
    f32x4.add
    local.set 18
    local.get 18
    local.get 16
    f32x4.max
    local.set 19
    local.get 2
    v128.load offset=148784
    local.set 20
    local.get 19
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 18
    v128.store offset=149744
    local.get 2
    local.get 21
    v128.store offset=150256
    local.get 0
    i32.const 96
    i32.add
    local.set 0
    local.get 2
    i32.const 128
    i32.add
    local.set 2
    local.get 5
    i32.const -1
    i32.add
    local.tee 5
    br_if 0
  end
)

(func $tiles_2x8_weighted (param i32 i32 i32 i32 i32 i32)
  (local v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  loop
    v128.const i32x4 0 0 0 0
    local.set 6
    v128.const i32x4 0 0 0 0
    local.set 7
    v128.const i32x4 0 0 0 0
    local.set 8
    v128.const i32x4 0 0 0 0
    local.set 9
    local.get 1
    v128.load
    local.set 10
    local.get 1
    v128.load offset=16
    local.set 11
    local.get 0
    v128.load32_splat
    local.set 12
    local.get 6
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
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
    local.get 1
    v128.load offset=32
    local.set 10
    local.get 1
    v128.load offset=48
    local.set 11
    local.get 0
    v128.load32_splat offset=4
    local.set 12
    local.get 6
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
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
    local.get 1
    v128.load offset=64
    local.set 10
    local.get 1
    v128.load offset=80
    local.set 11
    local.get 0
    v128.load32_splat offset=8
    local.set 12
    local.get 6
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=32
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
    local.get 1
    v128.load offset=96
    local.set 10
    local.get 1
    v128.load offset=112
    local.set 11
    local.get 0
    v128.load32_splat offset=12
    local.set 12
    local.get 6
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=36
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
    local.get 1
    v128.load offset=128
    local.set 10
    local.get 1
    v128.load offset=144
    local.set 11
    local.get 0
    v128.load32_splat offset=16
    local.set 12
    local.get 6
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=40
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
    local.get 1
    v128.load offset=160
    local.set 10
    local.get 1
    v128.load offset=176
    local.set 11
    local.get 0
    v128.load32_splat offset=20
    local.set 12
    local.get 6
    local.get 12
    local.get 10
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 12
    local.get 11
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 0
    v128.load32_splat offset=44
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
    v128.const i32x4 0 0 0 0
    local.set 12
    local.get 3
    v128.load offset=149824
    local.set 13
    local.get 6
    local.get 13
    f32x4.add
    local.set 14
    local.get 14
    local.get 12
    f32x4.max
    local.set 15
    local.get 2
    v128.load offset=148672
    local.set 16
    local.get 15
    local.get 16
    f32x4.mul
    local.set 17
    local.get 2
    local.get 14
    v128.store offset=149632
    local.get 2
    local.get 17
    v128.store offset=150144
    local.get 8
    local.get 13
    f32x4.add
    local.set 14
    local.get 14
    local.get 12
    f32x4.max
    local.set 15
    local.get 2
    v128.load offset=148704
    local.set 16
    local.get 15
    local.get 16
    f32x4.mul
    local.set 17
    local.get 2
    local.get 14
    v128.store offset=149664
    local.get 2
    local.get 17
    v128.store offset=150176
    local.get 3
    v128.load offset=149840
    local.set 13
    local.get 7
    local.get 13
    f32x4.add
    local.set 14
    local.get 14
    local.get 12
    f32x4.max
    local.set 15
    local.get 2
    v128.load offset=148688
    local.set 16
    local.get 15
    local.get 16
    f32x4.mul
    local.set 17
    local.get 2
    local.get 14
    v128.store offset=149648
    local.get 2
    local.get 17
    v128.store offset=150160
    local.get 9
    local.get 13
    f32x4.add
    local.set 14
    local.get 14
    local.get 12
    f32x4.max
    local.set 15
    local.get 2
    v128.load offset=148720
    local.set 16
    local.get 15
    local.get 16
    f32x4.mul
    local.set 17
    local.get 2
    local.get 14
    v128.store offset=149680
    local.get 2
    local.get 17
    v128.store offset=150192
    local.get 0
    i32.const 48
    i32.add
    local.set 0
    local.get 2
    i32.const 64
    i32.add
    local.set 2
    local.get 5
    i32.const -1
    i32.add
    local.tee 5
    br_if 0
  end
)

(func $tiles_1x8_weighted (param i32 i32 i32 i32 i32 i32)
  (local v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  loop
    v128.const i32x4 0 0 0 0
    local.set 6
    v128.const i32x4 0 0 0 0
    local.set 7
    local.get 1
    v128.load
    local.set 8
    local.get 1
    v128.load offset=16
    local.set 9
    local.get 0
    v128.load32_splat
    local.set 10
    local.get 6
    local.get 10
    local.get 8
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 10
    local.get 9
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 1
    v128.load offset=32
    local.set 8
    local.get 1
    v128.load offset=48
    local.set 9
    local.get 0
    v128.load32_splat offset=4
    local.set 10
    local.get 6
    local.get 10
    local.get 8
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 10
    local.get 9
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 1
    v128.load offset=64
    local.set 8
    local.get 1
    v128.load offset=80
    local.set 9
    local.get 0
    v128.load32_splat offset=8
    local.set 10
    local.get 6
    local.get 10
    local.get 8
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 10
    local.get 9
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 1
    v128.load offset=96
    local.set 8
    local.get 1
    v128.load offset=112
    local.set 9
    local.get 0
    v128.load32_splat offset=12
    local.set 10
    local.get 6
    local.get 10
    local.get 8
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 10
    local.get 9
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 1
    v128.load offset=128
    local.set 8
    local.get 1
    v128.load offset=144
    local.set 9
    local.get 0
    v128.load32_splat offset=16
    local.set 10
    local.get 6
    local.get 10
    local.get 8
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 10
    local.get 9
    f32x4.mul
    f32x4.add
    local.set 7
    local.get 1
    v128.load offset=160
    local.set 8
    local.get 1
    v128.load offset=176
    local.set 9
    local.get 0
    v128.load32_splat offset=20
    local.set 10
    local.get 6
    local.get 10
    local.get 8
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 7
    local.get 10
    local.get 9
    f32x4.mul
    f32x4.add
    local.set 7
    v128.const i32x4 0 0 0 0
    local.set 10
    local.get 3
    v128.load offset=149824
    local.set 11
    local.get 6
    local.get 11
    f32x4.add
    local.set 12
    local.get 12
    local.get 10
    f32x4.max
    local.set 13
    local.get 2
    v128.load offset=148672
    local.set 14
    local.get 13
    local.get 14
    f32x4.mul
    local.set 15
    local.get 2
    local.get 12
    v128.store offset=149632
    local.get 2
    local.get 15
    v128.store offset=150144
    local.get 3
    v128.load offset=149840
    local.set 11
    local.get 7
    local.get 11
    f32x4.add
    local.set 12
    local.get 12
    local.get 10
    f32x4.max
    local.set 13
    local.get 2
    v128.load offset=148688
    local.set 14
    local.get 13
    local.get 14
    f32x4.mul
    local.set 15
    local.get 2
    local.get 12
    v128.store offset=149648
    local.get 2
    local.get 15
    v128.store offset=150160
    local.get 0
    i32.const 24
    i32.add
    local.set 0
    local.get 2
    i32.const 32
    i32.add
    local.set 2
    local.get 5
    i32.const -1
    i32.add
    local.tee 5
    br_if 0
  end
)

(func $weighted (param i32)
  (local i32 i32 i32 i32 i32 i32)
  i32.const 0
  local.set 1
  local.get 1
  i32.const 6
  i32.mul
  i32.const 149376
  i32.add
  local.set 2
  local.get 1
  local.set 3
  i32.const 148864
  local.set 4
  local.get 3
  local.set 5
  local.get 0
  i32.const 2
  i32.shr_u
  local.set 6
  local.get 6
  if
    local.get 4
    local.get 2
    local.get 5
    local.get 1
    local.get 0
    local.get 6
    call $tiles_4x8_weighted
    local.get 4
    local.get 6
    i32.const 96
    i32.mul
    i32.add
    local.set 4
    local.get 5
    local.get 6
    i32.const 7
    i32.shl
    i32.add
    local.set 5
  end
  i32.const 1
  local.set 6
  local.get 0
  i32.const 2
  i32.and
  if
    local.get 4
    local.get 2
    local.get 5
    local.get 1
    local.get 0
    local.get 6
    call $tiles_2x8_weighted
    local.get 4
    i32.const 48
    i32.add
    local.set 4
    local.get 5
    i32.const 64
    i32.add
    local.set 5
  end
  local.get 0
  i32.const 1
  i32.and
  if
    local.get 4
    local.get 2
    local.get 5
    local.get 1
    local.get 0
    local.get 6
    call $tiles_1x8_weighted
    local.get 4
    i32.const 24
    i32.add
    local.set 4
    local.get 5
    i32.const 32
    i32.add
    local.set 5
  end
  local.get 1
  i32.const 32
  i32.add
  local.set 1
)
