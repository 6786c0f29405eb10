;; shifted/gradient = y/gradient back through kernel
(func $transpose_4x8 (param i32 i32 i32 i32)
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
  i32.const 4
  i32.shl
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
  v128.store offset=16
  local.get 7
  local.get 13
  local.get 15
  i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
  v128.store offset=32
  local.get 7
  local.get 13
  local.get 15
  i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
  v128.store offset=48
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
  v128.store offset=64
  local.get 7
  local.get 12
  local.get 14
  i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
  v128.store offset=80
  local.get 7
  local.get 13
  local.get 15
  i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
  v128.store offset=96
  local.get 7
  local.get 13
  local.get 15
  i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
  v128.store offset=112
  local.get 4
  i32.const 1152
  i32.add
  local.set 4
  local.get 3
  i32.const 8
  i32.add
  local.set 3
)

(func $frame (param i32 i32)
  (local i32 i32)
  local.get 1
  i32.const 224
  i32.add
  local.set 1
  i32.const 4
  local.set 2
  loop
    i32.const 8
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
    i32.const 64
    i32.add
    local.set 1
    local.get 2
    i32.const -1
    i32.add
    local.tee 2
    br_if 0
  end
)

(func $tiles_4x4_shifted/gradient (param i32 i32 i32 i32 i32 i32)
  (local i32 v128 v128 v128 v128 i32 i32 i32 i32 i32 v128 v128)
  i32.const 4
  local.set 6
  loop
    v128.const i32x4 0 0 0 0
    local.set 7
    v128.const i32x4 0 0 0 0
    local.set 8
    v128.const i32x4 0 0 0 0
    local.set 9
    v128.const i32x4 0 0 0 0
    local.set 10
    local.get 0
    local.set 11
    local.get 1
    local.set 12
    i32.const 3
    local.set 14
    loop
      i32.const 6
      local.set 15
      loop
        local.get 12
        v128.load
        local.set 16
        local.get 11
        v128.load32_splat
        local.set 17
        local.get 7
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 11
        v128.load32_splat offset=32
        local.set 17
        local.get 8
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 11
        v128.load32_splat offset=64
        local.set 17
        local.get 9
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 11
        v128.load32_splat offset=96
        local.set 17
        local.get 10
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 12
        v128.load offset=16
        local.set 16
        local.get 11
        v128.load32_splat offset=4
        local.set 17
        local.get 7
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 11
        v128.load32_splat offset=36
        local.set 17
        local.get 8
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 11
        v128.load32_splat offset=68
        local.set 17
        local.get 9
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 11
        v128.load32_splat offset=100
        local.set 17
        local.get 10
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 12
        v128.load offset=32
        local.set 16
        local.get 11
        v128.load32_splat offset=8
        local.set 17
        local.get 7
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 11
        v128.load32_splat offset=40
        local.set 17
        local.get 8
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 11
        v128.load32_splat offset=72
        local.set 17
        local.get 9
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 11
        v128.load32_splat offset=104
        local.set 17
        local.get 10
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 12
        v128.load offset=48
        local.set 16
        local.get 11
        v128.load32_splat offset=12
        local.set 17
        local.get 7
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 11
        v128.load32_splat offset=44
        local.set 17
        local.get 8
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 11
        v128.load32_splat offset=76
        local.set 17
        local.get 9
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 11
        v128.load32_splat offset=108
        local.set 17
        local.get 10
        local.get 17
        local.get 16
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 11
        i32.const 16
        i32.add
        local.set 11
        local.get 12
        i32.const 64
        i32.add
        local.set 12
        local.get 15
        i32.const -1
        i32.add
        local.tee 15
        br_if 0
      end
      local.get 11
      i32.const 96
      i32.add
      local.set 11
      local.get 14
      i32.const -1
      i32.add
      local.tee 14
      br_if 0
    end
    local.get 2
    local.get 7
    v128.store offset=154624
    local.get 2
    local.get 8
    v128.store offset=154640
    local.get 2
    local.get 9
    v128.store offset=154656
    local.get 2
    local.get 10
    v128.store offset=154672
    local.get 0
    i32.const 128
    i32.add
    local.set 0
    local.get 2
    i32.const 64
    i32.add
    local.set 2
    local.get 0
    i32.const 64
    i32.add
    local.set 0
    local.get 6
    i32.const -1
    i32.add
    local.tee 6
    br_if 0
  end
)

(func $shifted/gradient (param i32)
  (local i32 i32 i32 i32 i32 i32 i32)
  i32.const 0
  local.set 1
  i32.const 148480
  i32.const 32
  i32.const 298240
  i32.const 0
  call $transpose_4x8
  i32.const 148480
  i32.const 28
  i32.const 298240
  i32.const 8
  call $transpose_4x8
  i32.const 148480
  i32.const 24
  i32.const 298240
  i32.const 16
  call $transpose_4x8
  i32.const 148480
  i32.const 20
  i32.const 298240
  i32.const 24
  call $transpose_4x8
  i32.const 148480
  i32.const 16
  i32.const 298240
  i32.const 32
  call $transpose_4x8
  i32.const 148480
  i32.const 12
  i32.const 298240
  i32.const 40
  call $transpose_4x8
  i32.const 148480
  i32.const 8
  i32.const 298240
  i32.const 48
  call $transpose_4x8
  i32.const 148480
  i32.const 4
  i32.const 298240
  i32.const 56
  call $transpose_4x8
  i32.const 148480
  i32.const 0
  i32.const 298240
  i32.const 64
  call $transpose_4x8
  i32.const 157056
  local.set 2
  local.get 0
  local.set 3
  loop
    local.get 2
    i32.const 297024
    call $frame
    i32.const 297024
    local.set 4
    local.get 4
    local.set 5
    local.get 1
    local.set 6
    i32.const 0
    local.set 7
    local.get 5
    local.get 7
    i32.const 72
    i32.mul
    i32.const 298240
    i32.add
    local.get 6
    local.get 7
    i32.add
    local.get 7
    i32.const 0
    i32.const 0
    call $tiles_4x4_shifted/gradient
    local.get 1
    i32.const 256
    i32.add
    local.set 1
    local.get 2
    i32.const 512
    i32.add
    local.set 2
    local.get 3
    i32.const -1
    i32.add
    local.tee 3
    br_if 0
  end
)
