;; product = shifted · w
;; sum = product + b
;; y = if(sum <= 0, 0, sum)
;; weighted = y * t
(func $weighted (param i32)
  (local i32 i32 i32 i32 i32 i32 i32 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128 v128)
  i32.const 0
  local.set 1
  i32.const 147968
  local.get 1
  i32.const 6
  i32.mul
  i32.const 146624
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
      v128.load32_splat offset=24
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
      v128.load32_splat offset=48
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
      v128.load32_splat offset=72
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
      v128.load offset=32
      local.set 16
      local.get 3
      v128.load offset=48
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
      v128.load32_splat offset=28
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
      v128.load32_splat offset=52
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
      v128.load32_splat offset=76
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
      v128.load offset=64
      local.set 16
      local.get 3
      v128.load offset=80
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
      local.get 2
      v128.load32_splat offset=80
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
      v128.load32_splat offset=60
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
      v128.load32_splat offset=84
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
      v128.load offset=128
      local.set 16
      local.get 3
      v128.load offset=144
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
      v128.load32_splat offset=88
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
      v128.load offset=160
      local.set 16
      local.get 3
      v128.load offset=176
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
      v128.load32_splat offset=92
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
      local.get 5
      v128.load offset=146880
      local.set 16
      local.get 8
      local.get 16
      f32x4.add
      local.set 17
      local.get 17
      v128.const i32x4 0 0 0 0
      f32x4.max
      local.set 18
      local.get 4
      v128.load offset=147776
      local.set 19
      local.get 18
      local.get 19
      f32x4.mul
      local.set 20
      local.get 4
      local.get 17
      v128.store offset=148352
      local.get 4
      local.get 20
      v128.store offset=148736
      local.get 10
      local.get 16
      f32x4.add
      local.set 17
      local.get 17
      v128.const i32x4 0 0 0 0
      f32x4.max
      local.set 18
      local.get 4
      v128.load offset=147808
      local.set 19
      local.get 18
      local.get 19
      f32x4.mul
      local.set 20
      local.get 4
      local.get 17
      v128.store offset=148384
      local.get 4
      local.get 20
      v128.store offset=148768
      local.get 12
      local.get 16
      f32x4.add
      local.set 17
      local.get 17
      v128.const i32x4 0 0 0 0
      f32x4.max
      local.set 18
      local.get 4
      v128.load offset=147840
      local.set 19
      local.get 18
      local.get 19
      f32x4.mul
      local.set 20
      local.get 4
      local.get 17
      v128.store offset=148416
      local.get 4
      local.get 20
      v128.store offset=148800
      local.get 14
      local.get 16
      f32x4.add
      local.set 17
      local.get 17
      v128.const i32x4 0 0 0 0
      f32x4.max
      local.set 18
      local.get 4
      v128.load offset=147872
      local.set 19
      local.get 18
      local.get 19
      f32x4.mul
      local.set 20
      local.get 4
      local.get 17
      v128.store offset=148448
      local.get 4
      local.get 20
      v128.store offset=148832
      local.get 5
      v128.load offset=146896
      local.set 16
      local.get 9
      local.get 16
      f32x4.add
      local.set 17
      local.get 17
      v128.const i32x4 0 0 0 0
      f32x4.max
      local.set 18
      local.get 4
      v128.load offset=147792
      local.set 19
      local.get 18
      local.get 19
      f32x4.mul
      local.set 20
      local.get 4
      local.get 17
      v128.store offset=148368
      local.get 4
      local.get 20
      v128.store offset=148752
      local.get 11
      local.get 16
      f32x4.add
      local.set 17
      local.get 17
      v128.const i32x4 0 0 0 0
      f32x4.max
      local.set 18
      local.get 4
      v128.load offset=147824
      local.set 19
      local.get 18
      local.get 19
      f32x4.mul
      local.set 20
      local.get 4
      local.get 17
      v128.store offset=148400
      local.get 4
      local.get 20
      v128.store offset=148784
      local.get 13
      local.get 16
      f32x4.add
      local.set 17
      local.get 17
      v128.const i32x4 0 0 0 0
      f32x4.max
      local.set 18
      local.get 4
      v128.load offset=147856
      local.set 19
      local.get 18
      local.get 19
      f32x4.mul
      local.set 20
      local.get 4
      local.get 17
      v128.store offset=148432
      local.get 4
      local.get 20
      v128.store offset=148816
      local.get 15
      local.get 16
      f32x4.add
      local.set 17
      local.get 17
      v128.const i32x4 0 0 0 0
      f32x4.max
      local.set 18
      local.get 4
      v128.load offset=147888
      local.set 19
      local.get 18
      local.get 19
      f32x4.mul
      local.set 20
      local.get 4
      local.get 17
      v128.store offset=148464
      local.get 4
      local.get 20
      v128.store offset=148848
      local.get 2
      i32.const 96
      i32.add
      local.set 2
      local.get 4
      i32.const 128
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
    v128.load32_splat offset=24
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
    v128.load offset=32
    local.set 12
    local.get 3
    v128.load offset=48
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
    v128.load32_splat offset=28
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
    v128.load offset=64
    local.set 12
    local.get 3
    v128.load offset=80
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
    v128.load offset=96
    local.set 12
    local.get 3
    v128.load offset=112
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
    v128.load offset=128
    local.set 12
    local.get 3
    v128.load offset=144
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
    v128.load offset=160
    local.set 12
    local.get 3
    v128.load offset=176
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
    local.get 5
    v128.load offset=146880
    local.set 12
    local.get 8
    local.get 12
    f32x4.add
    local.set 13
    local.get 13
    v128.const i32x4 0 0 0 0
    f32x4.max
    local.set 14
    local.get 4
    v128.load offset=147776
    local.set 15
    local.get 14
    local.get 15
    f32x4.mul
    local.set 16
    local.get 4
    local.get 13
    v128.store offset=148352
    local.get 4
    local.get 16
    v128.store offset=148736
    local.get 10
    local.get 12
    f32x4.add
    local.set 13
    local.get 13
    v128.const i32x4 0 0 0 0
    f32x4.max
    local.set 14
    local.get 4
    v128.load offset=147808
    local.set 15
    local.get 14
    local.get 15
    f32x4.mul
    local.set 16
    local.get 4
    local.get 13
    v128.store offset=148384
    local.get 4
    local.get 16
    v128.store offset=148768
    local.get 5
    v128.load offset=146896
    local.set 12
    local.get 9
    local.get 12
    f32x4.add
    local.set 13
    local.get 13
    v128.const i32x4 0 0 0 0
    f32x4.max
    local.set 14
    local.get 4
    v128.load offset=147792
    local.set 15
    local.get 14
    local.get 15
    f32x4.mul
    local.set 16
    local.get 4
    local.get 13
    v128.store offset=148368
    local.get 4
    local.get 16
    v128.store offset=148752
    local.get 11
    local.get 12
    f32x4.add
    local.set 13
    local.get 13
    v128.const i32x4 0 0 0 0
    f32x4.max
    local.set 14
    local.get 4
    v128.load offset=147824
    local.set 15
    local.get 14
    local.get 15
    f32x4.mul
    local.set 16
    local.get 4
    local.get 13
    v128.store offset=148400
    local.get 4
    local.get 16
    v128.store offset=148784
    local.get 2
    i32.const 48
    i32.add
    local.set 2
    local.get 4
    i32.const 64
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
    v128.load offset=32
    local.set 10
    local.get 3
    v128.load offset=48
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
    v128.load offset=64
    local.set 10
    local.get 3
    v128.load offset=80
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
    v128.load offset=96
    local.set 10
    local.get 3
    v128.load offset=112
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
    v128.load offset=128
    local.set 10
    local.get 3
    v128.load offset=144
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
    v128.load offset=160
    local.set 10
    local.get 3
    v128.load offset=176
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
    local.get 5
    v128.load offset=146880
    local.set 10
    local.get 8
    local.get 10
    f32x4.add
    local.set 11
    local.get 11
    v128.const i32x4 0 0 0 0
    f32x4.max
    local.set 12
    local.get 4
    v128.load offset=147776
    local.set 13
    local.get 12
    local.get 13
    f32x4.mul
    local.set 14
    local.get 4
    local.get 11
    v128.store offset=148352
    local.get 4
    local.get 14
    v128.store offset=148736
    local.get 5
    v128.load offset=146896
    local.set 10
    local.get 9
    local.get 10
    f32x4.add
    local.set 11
    local.get 11
    v128.const i32x4 0 0 0 0
    f32x4.max
    local.set 12
    local.get 4
    v128.load offset=147792
    local.set 13
    local.get 12
    local.get 13
    f32x4.mul
    local.set 14
    local.get 4
    local.get 11
    v128.store offset=148368
    local.get 4
    local.get 14
    v128.store offset=148752
    local.get 2
    i32.const 24
    i32.add
    local.set 2
    local.get 4
    i32.const 32
    i32.add
    local.set 4
  end
  local.get 1
  i32.const 32
  i32.add
  local.set 1
)
