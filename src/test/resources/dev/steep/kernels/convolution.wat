;; y = shifted ∗ kernel
;; weighted = y * t
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

(func $tiles_4x8_weighted (param i32 i32 i32 i32 i32 i32)
  (local i32 v128 v128 v128 v128 v128 v128 v128 v128 i32 i32 i32 i32 i32 v128 v128 v128)
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
    v128.const i32x4 0 0 0 0
    local.set 11
    v128.const i32x4 0 0 0 0
    local.set 12
    v128.const i32x4 0 0 0 0
    local.set 13
    v128.const i32x4 0 0 0 0
    local.set 14
    local.get 0
    local.set 15
    local.get 1
    local.set 16
    i32.const 3
    local.set 18
    loop
      i32.const 3
      local.set 19
      loop
        local.get 16
        v128.load
        local.set 20
        local.get 16
        v128.load offset=16
        local.set 21
        local.get 15
        v128.load32_splat
        local.set 22
        local.get 7
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 8
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 15
        v128.load32_splat offset=16
        local.set 22
        local.get 9
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 10
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 15
        v128.load32_splat offset=32
        local.set 22
        local.get 11
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 12
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 15
        v128.load32_splat offset=48
        local.set 22
        local.get 13
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 14
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 14
        local.get 16
        v128.load offset=32
        local.set 20
        local.get 16
        v128.load offset=48
        local.set 21
        local.get 15
        v128.load32_splat offset=4
        local.set 22
        local.get 7
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 8
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 15
        v128.load32_splat offset=20
        local.set 22
        local.get 9
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 10
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 15
        v128.load32_splat offset=36
        local.set 22
        local.get 11
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 12
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 15
        v128.load32_splat offset=52
        local.set 22
        local.get 13
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 14
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 14
        local.get 16
        v128.load offset=64
        local.set 20
        local.get 16
        v128.load offset=80
        local.set 21
        local.get 15
        v128.load32_splat offset=8
        local.set 22
        local.get 7
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 8
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 15
        v128.load32_splat offset=24
        local.set 22
        local.get 9
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 10
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 15
        v128.load32_splat offset=40
        local.set 22
        local.get 11
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 12
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 15
        v128.load32_splat offset=56
        local.set 22
        local.get 13
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 14
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 14
        local.get 16
        v128.load offset=96
        local.set 20
        local.get 16
        v128.load offset=112
        local.set 21
        local.get 15
        v128.load32_splat offset=12
        local.set 22
        local.get 7
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 7
        local.get 8
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 8
        local.get 15
        v128.load32_splat offset=28
        local.set 22
        local.get 9
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 9
        local.get 10
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 10
        local.get 15
        v128.load32_splat offset=44
        local.set 22
        local.get 11
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 11
        local.get 12
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 12
        local.get 15
        v128.load32_splat offset=60
        local.set 22
        local.get 13
        local.get 22
        local.get 20
        f32x4.mul
        f32x4.add
        local.set 13
        local.get 14
        local.get 22
        local.get 21
        f32x4.mul
        f32x4.add
        local.set 14
        local.get 15
        i32.const 16
        i32.add
        local.set 15
        local.get 16
        i32.const 128
        i32.add
        local.set 16
        local.get 19
        i32.const -1
        i32.add
        local.tee 19
        br_if 0
      end
      local.get 15
      i32.const 48
      i32.add
      local.set 15
      local.get 18
      i32.const -1
      i32.add
      local.tee 18
      br_if 0
    end
    local.get 2
    v128.load offset=151872
    local.set 20
    local.get 7
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 21
    v128.store offset=154624
    local.get 2
    v128.load offset=151904
    local.set 20
    local.get 9
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 21
    v128.store offset=154656
    local.get 2
    v128.load offset=151936
    local.set 20
    local.get 11
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 21
    v128.store offset=154688
    local.get 2
    v128.load offset=151968
    local.set 20
    local.get 13
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 21
    v128.store offset=154720
    local.get 2
    v128.load offset=151888
    local.set 20
    local.get 8
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 21
    v128.store offset=154640
    local.get 2
    v128.load offset=151920
    local.set 20
    local.get 10
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 21
    v128.store offset=154672
    local.get 2
    v128.load offset=151952
    local.set 20
    local.get 12
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 21
    v128.store offset=154704
    local.get 2
    v128.load offset=151984
    local.set 20
    local.get 14
    local.get 20
    f32x4.mul
    local.set 21
    local.get 2
    local.get 21
    v128.store offset=154736
    local.get 0
    i32.const 64
    i32.add
    local.set 0
    local.get 2
    i32.const 128
    i32.add
    local.set 2
    local.get 0
    i32.const 32
    i32.add
    local.set 0
    local.get 6
    i32.const -1
    i32.add
    local.tee 6
    br_if 0
  end
)

(func $weighted (param i32)
  (local i32 i32 i32 i32 i32)
  i32.const 0
  local.set 1
  i32.const 152960
  local.set 2
  local.get 0
  local.set 3
  loop
    local.get 2
    i32.const 296384
    call $frame
    i32.const 296384
    local.set 4
    i32.const 0
    local.set 5
    local.get 4
    local.get 5
    i32.const 36
    i32.mul
    i32.const 148480
    i32.add
    local.get 1
    local.get 5
    i32.add
    local.get 5
    i32.const 0
    i32.const 0
    call $tiles_4x8_weighted
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
