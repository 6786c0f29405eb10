;; b/gradient = sum of sum/gradient over the batch, each column by itself
(func $b/gradient (param i32)
  (local i32 i32 i32 i32 i32 v128 v128 v128 v128)
  i32.const 148992
  local.set 1
  i32.const 0
  local.set 2
  i32.const 2
  local.set 3
  loop
    local.get 1
    local.set 4
    local.get 0
    local.set 5
    v128.const i32x4 0 0 0 0
    local.set 6
    v128.const i32x4 0 0 0 0
    local.set 7
    v128.const i32x4 0 0 0 0
    local.set 8
    v128.const i32x4 0 0 0 0
    local.set 9
    local.get 5
    i32.const 4
    i32.ge_s
    if
      loop
        local.get 6
        local.get 4
        v128.load
        f32x4.add
        local.set 6
        local.get 7
        local.get 4
        v128.load offset=32
        f32x4.add
        local.set 7
        local.get 8
        local.get 4
        v128.load offset=64
        f32x4.add
        local.set 8
        local.get 9
        local.get 4
        v128.load offset=96
        f32x4.add
        local.set 9
        local.get 4
        i32.const 128
        i32.add
        local.set 4
        local.get 5
        i32.const -4
        i32.add
        local.set 5
        local.get 5
        i32.const 4
        i32.ge_s
        br_if 0
      end
    end
    local.get 5
    i32.const 1
    i32.ge_s
    if
      loop
        local.get 6
        local.get 4
        v128.load
        f32x4.add
        local.set 6
        local.get 4
        i32.const 32
        i32.add
        local.set 4
        local.get 5
        i32.const -1
        i32.add
        local.set 5
        local.get 5
        i32.const 1
        i32.ge_s
        br_if 0
      end
    end
    local.get 6
    local.get 7
    f32x4.add
    local.get 8
    local.get 9
    f32x4.add
    f32x4.add
    local.set 6
    local.get 1
    i32.const 16
    i32.add
    local.set 1
    local.get 2
    i32.const 16
    i32.add
    local.set 2
    local.get 3
    i32.const -1
    i32.add
    local.tee 3
    br_if 0
  end
  local.get 1
  i32.const -32
  i32.add
  local.set 1
  local.get 2
  i32.const -32
  i32.add
  local.set 2
)
