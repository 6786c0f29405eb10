;; c = sum of x of each sample
(func $total (param i32 i32) (result f32)
  (local v128 v128 v128 v128 f32)
  v128.const i32x4 0 0 0 0
  local.set 2
  v128.const i32x4 0 0 0 0
  local.set 3
  v128.const i32x4 0 0 0 0
  local.set 4
  v128.const i32x4 0 0 0 0
  local.set 5
  local.get 1
  i32.const 16
  i32.ge_s
  if
    loop
      local.get 2
      local.get 0
      v128.load
      f32x4.add
      local.set 2
      local.get 3
      local.get 0
      v128.load offset=16
      f32x4.add
      local.set 3
      local.get 4
      local.get 0
      v128.load offset=32
      f32x4.add
      local.set 4
      local.get 5
      local.get 0
      v128.load offset=48
      f32x4.add
      local.set 5
      local.get 0
      i32.const 64
      i32.add
      local.set 0
      local.get 1
      i32.const -16
      i32.add
      local.set 1
      local.get 1
      i32.const 16
      i32.ge_s
      br_if 0
    end
  end
  local.get 1
  i32.const 4
  i32.ge_s
  if
    loop
      local.get 2
      local.get 0
      v128.load
      f32x4.add
      local.set 2
      local.get 0
      i32.const 16
      i32.add
      local.set 0
      local.get 1
      i32.const -4
      i32.add
      local.set 1
      local.get 1
      i32.const 4
      i32.ge_s
      br_if 0
    end
  end
  local.get 2
  local.get 3
  f32x4.add
  local.get 4
  local.get 5
  f32x4.add
  f32x4.add
  local.set 2
  local.get 2
  f32x4.extract_lane 0
  local.get 2
  f32x4.extract_lane 1
  f32.add
  local.get 2
  f32x4.extract_lane 2
  local.get 2
  f32x4.extract_lane 3
  f32.add
  f32.add
  local.set 6
  local.get 1
  i32.const 1
  i32.ge_s
  if
    loop
      local.get 6
      local.get 0
      f32.load
      f32.add
      local.set 6
      local.get 0
      i32.const 4
      i32.add
      local.set 0
      local.get 1
      i32.const -1
      i32.add
      local.set 1
      local.get 1
      i32.const 1
      i32.ge_s
      br_if 0
    end
  end
  local.get 6
)

(func $c (param i32)
  (local i32 i32 v128)
  i32.const 148800
  local.set 1
  i32.const 0
  local.set 2
  loop
    local.get 1
    i32.const 6
    call $total
    f32x4.splat
    local.set 3
    local.get 2
    local.get 3
    v128.store32_lane offset=149056 0
    local.get 1
    i32.const 24
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
