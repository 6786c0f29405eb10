;; w/gradient = shiftedᵀ · sum/gradient
;; w = w - 0.1 w/gradient
(func $w (param i32)
  (local i32 i32 i32 i32 i32 i32 i32 v128 v128 v128 v128 v128 v128 v128 v128 i32 i32 i32 v128 v128 v128 v128 v128)
  i32.const 4164
  v128.load32_splat
  local.set 22
  i32.const 4168
  v128.load32_splat
  local.set 23
  i32.const 0
  local.set 1
  i32.const 147968
  local.get 1
  i32.const 149568
  i32.add
  local.get 1
  i32.const 6
  i32.mul
  local.get 1
  local.get 0
  i32.const 6
  local.set 7
  local.set 6
  local.set 5
  local.set 4
  local.set 3
  local.set 2
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
  local.get 2
  local.set 16
  local.get 3
  local.set 17
  local.get 6
  local.set 18
  local.get 18
  i32.const 4
  i32.ge_s
  if
    loop
      local.get 17
      v128.load
      local.set 19
      local.get 17
      v128.load offset=16
      local.set 20
      local.get 16
      v128.load32_splat
      local.set 21
      local.get 8
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 16
      v128.load32_splat offset=4
      local.set 21
      local.get 10
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 16
      v128.load32_splat offset=8
      local.set 21
      local.get 12
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 16
      v128.load32_splat offset=12
      local.set 21
      local.get 14
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 17
      v128.load offset=32
      local.set 19
      local.get 17
      v128.load offset=48
      local.set 20
      local.get 16
      v128.load32_splat offset=24
      local.set 21
      local.get 8
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 16
      v128.load32_splat offset=28
      local.set 21
      local.get 10
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 16
      v128.load32_splat offset=32
      local.set 21
      local.get 12
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 16
      v128.load32_splat offset=36
      local.set 21
      local.get 14
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 17
      v128.load offset=64
      local.set 19
      local.get 17
      v128.load offset=80
      local.set 20
      local.get 16
      v128.load32_splat offset=48
      local.set 21
      local.get 8
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 16
      v128.load32_splat offset=52
      local.set 21
      local.get 10
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 16
      v128.load32_splat offset=56
      local.set 21
      local.get 12
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 16
      v128.load32_splat offset=60
      local.set 21
      local.get 14
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 17
      v128.load offset=96
      local.set 19
      local.get 17
      v128.load offset=112
      local.set 20
      local.get 16
      v128.load32_splat offset=72
      local.set 21
      local.get 8
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 16
      v128.load32_splat offset=76
      local.set 21
      local.get 10
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 16
      v128.load32_splat offset=80
      local.set 21
      local.get 12
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 16
      v128.load32_splat offset=84
      local.set 21
      local.get 14
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 16
      i32.const 96
      i32.add
      local.set 16
      local.get 17
      i32.const 128
      i32.add
      local.set 17
      local.get 18
      i32.const -4
      i32.add
      local.set 18
      local.get 18
      i32.const 4
      i32.ge_s
      br_if 0
    end
  end
  local.get 18
  i32.const 1
  i32.ge_s
  if
    loop
      local.get 17
      v128.load
      local.set 19
      local.get 17
      v128.load offset=16
      local.set 20
      local.get 16
      v128.load32_splat
      local.set 21
      local.get 8
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 8
      local.get 9
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 9
      local.get 16
      v128.load32_splat offset=4
      local.set 21
      local.get 10
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 10
      local.get 11
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 11
      local.get 16
      v128.load32_splat offset=8
      local.set 21
      local.get 12
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 12
      local.get 13
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 13
      local.get 16
      v128.load32_splat offset=12
      local.set 21
      local.get 14
      local.get 21
      local.get 19
      f32x4.mul
      f32x4.add
      local.set 14
      local.get 15
      local.get 21
      local.get 20
      f32x4.mul
      f32x4.add
      local.set 15
      local.get 16
      i32.const 24
      i32.add
      local.set 16
      local.get 17
      i32.const 32
      i32.add
      local.set 17
      local.get 18
      i32.const -1
      i32.add
      local.set 18
      local.get 18
      i32.const 1
      i32.ge_s
      br_if 0
    end
  end
  local.get 4
  v128.load offset=146624
  local.set 19
  local.get 8
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 20
  local.get 19
  local.get 23
  local.get 20
  f32x4.mul
  f32x4.sub
  local.set 21
  local.get 4
  local.get 21
  v128.store offset=146624
  local.get 4
  v128.load offset=146656
  local.set 19
  local.get 10
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 20
  local.get 19
  local.get 23
  local.get 20
  f32x4.mul
  f32x4.sub
  local.set 21
  local.get 4
  local.get 21
  v128.store offset=146656
  local.get 4
  v128.load offset=146688
  local.set 19
  local.get 12
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 20
  local.get 19
  local.get 23
  local.get 20
  f32x4.mul
  f32x4.sub
  local.set 21
  local.get 4
  local.get 21
  v128.store offset=146688
  local.get 4
  v128.load offset=146720
  local.set 19
  local.get 14
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 20
  local.get 19
  local.get 23
  local.get 20
  f32x4.mul
  f32x4.sub
  local.set 21
  local.get 4
  local.get 21
  v128.store offset=146720
  local.get 4
  v128.load offset=146640
  local.set 19
  local.get 9
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 20
  local.get 19
  local.get 23
  local.get 20
  f32x4.mul
  f32x4.sub
  local.set 21
  local.get 4
  local.get 21
  v128.store offset=146640
  local.get 4
  v128.load offset=146672
  local.set 19
  local.get 11
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 20
  local.get 19
  local.get 23
  local.get 20
  f32x4.mul
  f32x4.sub
  local.set 21
  local.get 4
  local.get 21
  v128.store offset=146672
  local.get 4
  v128.load offset=146704
  local.set 19
  local.get 13
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 20
  local.get 19
  local.get 23
  local.get 20
  f32x4.mul
  f32x4.sub
  local.set 21
  local.get 4
  local.get 21
  v128.store offset=146704
  local.get 4
  v128.load offset=146736
  local.set 19
  local.get 15
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 20
  local.get 19
  local.get 23
  local.get 20
  f32x4.mul
  f32x4.sub
  local.set 21
  local.get 4
  local.get 21
  v128.store offset=146736
  local.get 2
  i32.const 16
  i32.add
  local.set 2
  local.get 4
  i32.const 128
  i32.add
  local.set 4
  v128.const i32x4 0 0 0 0
  local.set 8
  v128.const i32x4 0 0 0 0
  local.set 9
  v128.const i32x4 0 0 0 0
  local.set 10
  v128.const i32x4 0 0 0 0
  local.set 11
  local.get 2
  local.set 16
  local.get 3
  local.set 17
  local.get 6
  local.set 18
  local.get 18
  i32.const 4
  i32.ge_s
  if
    loop
      local.get 17
      v128.load
      local.set 12
      local.get 17
      v128.load offset=16
      local.set 13
      local.get 16
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
      local.get 16
      v128.load32_splat offset=4
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
      local.get 17
      v128.load offset=32
      local.set 12
      local.get 17
      v128.load offset=48
      local.set 13
      local.get 16
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
      local.get 16
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
      local.get 17
      v128.load offset=64
      local.set 12
      local.get 17
      v128.load offset=80
      local.set 13
      local.get 16
      v128.load32_splat offset=48
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
      local.get 16
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
      local.get 17
      v128.load offset=96
      local.set 12
      local.get 17
      v128.load offset=112
      local.set 13
      local.get 16
      v128.load32_splat offset=72
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
      local.get 16
      v128.load32_splat offset=76
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
      local.get 16
      i32.const 96
      i32.add
      local.set 16
      local.get 17
      i32.const 128
      i32.add
      local.set 17
      local.get 18
      i32.const -4
      i32.add
      local.set 18
      local.get 18
      i32.const 4
      i32.ge_s
      br_if 0
    end
  end
  local.get 18
  i32.const 1
  i32.ge_s
  if
    loop
      local.get 17
      v128.load
      local.set 12
      local.get 17
      v128.load offset=16
      local.set 13
      local.get 16
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
      local.get 16
      v128.load32_splat offset=4
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
      local.get 16
      i32.const 24
      i32.add
      local.set 16
      local.get 17
      i32.const 32
      i32.add
      local.set 17
      local.get 18
      i32.const -1
      i32.add
      local.set 18
      local.get 18
      i32.const 1
      i32.ge_s
      br_if 0
    end
  end
  local.get 4
  v128.load offset=146624
  local.set 12
  local.get 8
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 13
  local.get 12
  local.get 23
  local.get 13
  f32x4.mul
  f32x4.sub
  local.set 14
  local.get 4
  local.get 14
  v128.store offset=146624
  local.get 4
  v128.load offset=146656
  local.set 12
  local.get 10
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 13
  local.get 12
  local.get 23
  local.get 13
  f32x4.mul
  f32x4.sub
  local.set 14
  local.get 4
  local.get 14
  v128.store offset=146656
  local.get 4
  v128.load offset=146640
  local.set 12
  local.get 9
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 13
  local.get 12
  local.get 23
  local.get 13
  f32x4.mul
  f32x4.sub
  local.set 14
  local.get 4
  local.get 14
  v128.store offset=146640
  local.get 4
  v128.load offset=146672
  local.set 12
  local.get 11
  local.get 22
  f32x4.add
  local.get 22
  f32x4.sub
  local.set 13
  local.get 12
  local.get 23
  local.get 13
  f32x4.mul
  f32x4.sub
  local.set 14
  local.get 4
  local.get 14
  v128.store offset=146672
  local.get 2
  i32.const 8
  i32.add
  local.set 2
  local.get 4
  i32.const 64
  i32.add
  local.set 4
  local.get 1
  i32.const 32
  i32.add
  local.set 1
)
