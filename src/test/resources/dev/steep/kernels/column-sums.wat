;; b/gradient = sum of sum/gradient over the batch, each column by itself
(func $b/gradient (param i32)
  (local i32 i32 i32 i32 v128 v128 v128 v128 v128 v128 v128 v128)
  i32.const 0
  local.set 1
  i32.const 0
  local.set 2
  v128.const i32x4 0 0 0 0
  local.set 5
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
  local.get 1
  local.set 3
  local.get 0
  local.set 4
  local.get 4
  i32.const 4
  i32.ge_s
  if
    loop
      local.get 5
      local.get 3
      v128.load offset=149568
      f32x4.add
      local.set 5
      local.get 9
      local.get 3
      v128.load offset=149584
      f32x4.add
      local.set 9
      local.get 6
      local.get 3
      v128.load offset=149600
      f32x4.add
      local.set 6
      local.get 10
      local.get 3
      v128.load offset=149616
      f32x4.add
      local.set 10
      local.get 7
      local.get 3
      v128.load offset=149632
      f32x4.add
      local.set 7
      local.get 11
      local.get 3
      v128.load offset=149648
      f32x4.add
      local.set 11
      local.get 8
      local.get 3
      v128.load offset=149664
      f32x4.add
      local.set 8
      local.get 12
      local.get 3
      v128.load offset=149680
      f32x4.add
      local.set 12
      local.get 3
      i32.const 128
      i32.add
      local.set 3
      local.get 4
      i32.const -4
      i32.add
      local.set 4
      local.get 4
      i32.const 4
      i32.ge_s
      br_if 0
    end
  end
  local.get 4
  i32.const 1
  i32.ge_s
  if
    loop
      local.get 5
      local.get 3
      v128.load offset=149568
      f32x4.add
      local.set 5
      local.get 9
      local.get 3
      v128.load offset=149584
      f32x4.add
      local.set 9
      local.get 3
      i32.const 32
      i32.add
      local.set 3
      local.get 4
      i32.const -1
      i32.add
      local.set 4
      local.get 4
      i32.const 1
      i32.ge_s
      br_if 0
    end
  end
  local.get 5
  local.get 6
  f32x4.add
  local.get 7
  local.get 8
  f32x4.add
  f32x4.add
  local.set 5
  local.get 9
  local.get 10
  f32x4.add
  local.get 11
  local.get 12
  f32x4.add
  f32x4.add
  local.set 9
  local.get 1
  i32.const 32
  i32.add
  local.set 1
  local.get 2
  i32.const 32
  i32.add
  local.set 2
  local.get 1
  i32.const -32
  i32.add
  local.set 1
  local.get 2
  i32.const -32
  i32.add
  local.set 2
)
