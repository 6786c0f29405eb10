;; w/gradient = shiftedᵀ · sum/gradient
;; w = w - 0.1 w/gradient
(func $tiles_4x8_w (param i32 i32 i32 i32 i32 i32)
  (local v128 v128 v128 v128 v128 v128 v128 v128 i32 i32 i32 v128 v128 v128 v128 v128 v128)
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
    local.get 0
    local.set 14
    local.get 1
    local.set 15
    local.get 4
    local.set 16
    local.get 16
    i32.const 4
    i32.ge_s
    if
      loop
        local.get 15
        v128.load
        local.set 17
        local.get 15
        v128.load offset=16
        local.set 18
        local.get 14
        v128.load32_splat
        local.set 19
        local.get 6
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 14
        v128.load32_splat offset=4
        local.set 19
        local.get 8
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 14
        v128.load32_splat offset=8
        local.set 19
        local.get 10
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 11
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 14
        v128.load32_splat offset=12
        local.set 19
        local.get 12
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 13
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 15
        v128.load offset=32
        local.set 17
        local.get 15
        v128.load offset=48
        local.set 18
        local.get 14
        v128.load32_splat offset=24
        local.set 19
        local.get 6
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 14
        v128.load32_splat offset=28
        local.set 19
        local.get 8
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 14
        v128.load32_splat offset=32
        local.set 19
        local.get 10
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 11
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 14
        v128.load32_splat offset=36
        local.set 19
        local.get 12
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 13
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 15
        v128.load offset=64
        local.set 17
        local.get 15
        v128.load offset=80
        local.set 18
        local.get 14
        v128.load32_splat offset=48
        local.set 19
        local.get 6
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 14
        v128.load32_splat offset=52
        local.set 19
        local.get 8
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 14
        v128.load32_splat offset=56
        local.set 19
        local.get 10
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 11
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 14
        v128.load32_splat offset=60
        local.set 19
        local.get 12
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 13
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 15
        v128.load offset=96
        local.set 17
        local.get 15
        v128.load offset=112
        local.set 18
        local.get 14
        v128.load32_splat offset=72
        local.set 19
        local.get 6
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 14
        v128.load32_splat offset=76
        local.set 19
        local.get 8
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 14
        v128.load32_splat offset=80
        local.set 19
        local.get 10
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 11
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 14
        v128.load32_splat offset=84
        local.set 19
        local.get 12
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 13
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 14
        i32.const 96
        i32.add
        local.set 14
        local.get 15
        i32.const 128
        i32.add
        local.set 15
        local.get 16
        i32.const -4
        i32.add
        local.set 16
        local.get 16
        i32.const 4
        i32.ge_s
        br_if 0
      end
    end
    local.get 16
    i32.const 1
    i32.ge_s
    if
      loop
        local.get 15
        v128.load
        local.set 17
        local.get 15
        v128.load offset=16
        local.set 18
        local.get 14
        v128.load32_splat
        local.set 19
        local.get 6
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 14
        v128.load32_splat offset=4
        local.set 19
        local.get 8
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 14
        v128.load32_splat offset=8
        local.set 19
        local.get 10
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 11
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 14
        v128.load32_splat offset=12
        local.set 19
        local.get 12
        local.get 19
        local.get 17
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 13
        local.get 19
        local.get 18
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 14
        i32.const 24
        i32.add
        local.set 14
        local.get 15
        i32.const 32
        i32.add
        local.set 15
        local.get 16
        i32.const -1
        i32.add
        local.set 16
        local.get 16
        i32.const 1
        i32.ge_s
        br_if 0
      end
    end
    i32.const 4164
    v128.load32_splat
    local.set 17
    i32.const 4168
    v128.load32_splat
    local.set 18
    i32.const 4172
    v128.load32_splat
    local.set 19
    local.get 2
    v128.load offset=149376
    local.set 20
    local.get 6
    local.get 17
    f32x4.add
    local.get 17
    f32x4.sub
    local.set 21
    local.get 20
    local.get 19
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 22
    local.get 2
    local.get 22
    v128.store offset=149376
    local.get 2
    v128.load offset=149408
    local.set 20
    local.get 8
    local.get 17
    f32x4.add
    local.get 17
    f32x4.sub
    local.set 21
    local.get 20
    local.get 19
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 22
    local.get 2
    local.get 22
    v128.store offset=149408
    local.get 2
    v128.load offset=149440
    local.set 20
    local.get 10
    local.get 17
    f32x4.add
    local.get 17
    f32x4.sub
    local.set 21
    local.get 20
    local.get 19
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 22
    local.get 2
    local.get 22
    v128.store offset=149440
    local.get 2
    v128.load offset=149472
    local.set 20
    local.get 12
    local.get 17
    f32x4.add
    local.get 17
    f32x4.sub
    local.set 21
    local.get 20
    local.get 19
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 22
    local.get 2
    local.get 22
    v128.store offset=149472
    local.get 2
    v128.load offset=149392
    local.set 20
    local.get 7
    local.get 17
    f32x4.add
    local.get 17
    f32x4.sub
    local.set 21
    local.get 20
    local.get 19
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 22
    local.get 2
    local.get 22
    v128.store offset=149392
    local.get 2
    v128.load offset=149424
    local.set 20
    local.get 9
    local.get 17
    f32x4.add
    local.get 17
    f32x4.sub
    local.set 21
    local.get 20
    local.get 19
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 22
    local.get 2
    local.get 22
    v128.store offset=149424
    local.get 2
    v128.load offset=149456
    local.set 20
    local.get 11
    local.get 17
    f32x4.add
    local.get 17
    f32x4.sub
    local.set 21
    local.get 20
    local.get 19
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 22
    local.get 2
    local.get 22
    v128.store offset=149456
    local.get 2
    v128.load offset=149488
    local.set 20
    local.get 13
    local.get 17
    f32x4.add
    local.get 17
    f32x4.sub
    local.set 21
    local.get 20
    local.get 19
    local.get 21
    f32x4.mul
    f32x4.sub
    local.set 22
    local.get 2
    local.get 22
    v128.store offset=149488
    local.get 0
    i32.const 16
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

(func $tiles_2x8_w (param i32 i32 i32 i32 i32 i32)
  (local v128 v128 v128 v128 i32 i32 i32 v128 v128 v128 v128 v128 v128)
  loop
    v128.const i32x4 0 0 0 0
    local.set 6
    v128.const i32x4 0 0 0 0
    local.set 7
    v128.const i32x4 0 0 0 0
    local.set 8
    v128.const i32x4 0 0 0 0
    local.set 9
    local.get 0
    local.set 10
    local.get 1
    local.set 11
    local.get 4
    local.set 12
    local.get 12
    i32.const 4
    i32.ge_s
    if
      loop
        local.get 11
        v128.load
        local.set 13
        local.get 11
        v128.load offset=16
        local.set 14
        local.get 10
        v128.load32_splat
        local.set 15
        local.get 6
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 10
        v128.load32_splat offset=4
        local.set 15
        local.get 8
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 11
        v128.load offset=32
        local.set 13
        local.get 11
        v128.load offset=48
        local.set 14
        local.get 10
        v128.load32_splat offset=24
        local.set 15
        local.get 6
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 10
        v128.load32_splat offset=28
        local.set 15
        local.get 8
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 11
        v128.load offset=64
        local.set 13
        local.get 11
        v128.load offset=80
        local.set 14
        local.get 10
        v128.load32_splat offset=48
        local.set 15
        local.get 6
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 10
        v128.load32_splat offset=52
        local.set 15
        local.get 8
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 11
        v128.load offset=96
        local.set 13
        local.get 11
        v128.load offset=112
        local.set 14
        local.get 10
        v128.load32_splat offset=72
        local.set 15
        local.get 6
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 10
        v128.load32_splat offset=76
        local.set 15
        local.get 8
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 10
        i32.const 96
        i32.add
        local.set 10
        local.get 11
        i32.const 128
        i32.add
        local.set 11
        local.get 12
        i32.const -4
        i32.add
        local.set 12
        local.get 12
        i32.const 4
        i32.ge_s
        br_if 0
      end
    end
    local.get 12
    i32.const 1
    i32.ge_s
    if
      loop
        local.get 11
        v128.load
        local.set 13
        local.get 11
        v128.load offset=16
        local.set 14
        local.get 10
        v128.load32_splat
        local.set 15
        local.get 6
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 6
        local.get 7
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 10
        v128.load32_splat offset=4
        local.set 15
        local.get 8
        local.get 15
        local.get 13
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 9
        local.get 15
        local.get 14
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 10
        i32.const 24
        i32.add
        local.set 10
        local.get 11
        i32.const 32
        i32.add
        local.set 11
        local.get 12
        i32.const -1
        i32.add
        local.set 12
        local.get 12
        i32.const 1
        i32.ge_s
        br_if 0
      end
    end
    i32.const 4164
    v128.load32_splat
    local.set 13
    i32.const 4168
    v128.load32_splat
    local.set 14
    i32.const 4172
    v128.load32_splat
    local.set 15
    local.get 2
    v128.load offset=149376
    local.set 16
    local.get 6
    local.get 13
    f32x4.add
    local.get 13
    f32x4.sub
    local.set 17
    local.get 16
    local.get 15
    local.get 17
    f32x4.mul
    f32x4.sub
    local.set 18
    local.get 2
    local.get 18
    v128.store offset=149376
    local.get 2
    v128.load offset=149408
    local.set 16
    local.get 8
    local.get 13
    f32x4.add
    local.get 13
    f32x4.sub
    local.set 17
    local.get 16
    local.get 15
    local.get 17
    f32x4.mul
    f32x4.sub
    local.set 18
    local.get 2
    local.get 18
    v128.store offset=149408
    local.get 2
    v128.load offset=149392
    local.set 16
    local.get 7
    local.get 13
    f32x4.add
    local.get 13
    f32x4.sub
    local.set 17
    local.get 16
    local.get 15
    local.get 17
    f32x4.mul
    f32x4.sub
    local.set 18
    local.get 2
    local.get 18
    v128.store offset=149392
    local.get 2
    v128.load offset=149424
    local.set 16
    local.get 9
    local.get 13
    f32x4.add
    local.get 13
    f32x4.sub
    local.set 17
    local.get 16
    local.get 15
    local.get 17
    f32x4.mul
    f32x4.sub
    local.set 18
    local.get 2
    local.get 18
    v128.store offset=149424
    local.get 0
    i32.const 8
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

(func $w (param i32)
  (local i32 i32 i32 i32 i32 i32)
  i32.const 0
  local.set 1
  local.get 1
  i32.const 150976
  i32.add
  local.set 2
  local.get 1
  i32.const 6
  i32.mul
  local.set 3
  i32.const 148864
  local.set 4
  local.get 3
  local.set 5
  i32.const 6
  i32.const 2
  i32.shr_u
  local.set 6
  local.get 4
  local.get 2
  local.get 5
  local.get 1
  local.get 0
  local.get 6
  call $tiles_4x8_w
  local.get 4
  local.get 6
  i32.const 4
  i32.shl
  i32.add
  local.set 4
  local.get 5
  local.get 6
  i32.const 7
  i32.shl
  i32.add
  local.set 5
  i32.const 1
  local.set 6
  local.get 4
  local.get 2
  local.get 5
  local.get 1
  local.get 0
  local.get 6
  call $tiles_2x8_w
  local.get 4
  i32.const 8
  i32.add
  local.set 4
  local.get 5
  i32.const 64
  i32.add
  local.set 5
  local.get 1
  i32.const 32
  i32.add
  local.set 1
)
