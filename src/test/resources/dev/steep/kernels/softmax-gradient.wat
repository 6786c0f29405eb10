;; shifted/gradient = p (p/gradient - sum of p p/gradient)
(func $shifted/gradient (param i32)
  (local i32 i32 i32 i32 i32 v128 v128)
  i32.const 0
  local.set 1
  local.get 0
  local.set 2
  loop
    local.get 1
    i32.const 147072
    i32.add
    local.set 3
    local.get 1
    i32.const 147968
    i32.add
    local.set 4
    local.get 1
    i32.const 146944
    i32.add
    local.set 5
    v128.const i32x4 0 0 0 0
    local.set 6
    local.get 6
    local.get 4
    v128.load
    local.get 3
    v128.load
    f32x4.mul
    f32x4.add
    local.set 6
    local.get 3
    i32.const 16
    i32.add
    local.set 3
    local.get 4
    i32.const 16
    i32.add
    local.set 4
    local.get 6
    local.get 4
    v128.load
    local.get 3
    v128.load
    f32x4.mul
    v128.const i32x4 0 0 0 0
    v128.const i32x4 -1 0 0 0
    v128.bitselect
    f32x4.add
    local.set 6
    local.get 3
    i32.const 16
    i32.add
    local.set 3
    local.get 4
    i32.const 16
    i32.add
    local.set 4
    local.get 6
    f32x4.extract_lane 0
    local.get 6
    f32x4.extract_lane 1
    f32.add
    local.get 6
    f32x4.extract_lane 2
    local.get 6
    f32x4.extract_lane 3
    f32.add
    f32.add
    f32x4.splat
    local.set 6
    local.get 3
    i32.const -32
    i32.add
    local.set 3
    local.get 4
    i32.const -32
    i32.add
    local.set 4
    local.get 3
    v128.load
    local.get 4
    v128.load
    local.get 6
    f32x4.sub
    f32x4.mul
    local.set 7
    local.get 5
    local.get 7
    v128.store
    local.get 3
    i32.const 16
    i32.add
    local.set 3
    local.get 4
    i32.const 16
    i32.add
    local.set 4
    local.get 5
    i32.const 16
    i32.add
    local.set 5
    local.get 3
    v128.load
    local.get 4
    v128.load
    local.get 6
    f32x4.sub
    f32x4.mul
    local.set 7
    local.get 5
    local.get 7
    v128.store32_lane 0
    local.get 3
    i32.const 16
    i32.add
    local.set 3
    local.get 4
    i32.const 16
    i32.add
    local.set 4
    local.get 5
    i32.const 16
    i32.add
    local.set 5
    local.get 1
    i32.const 20
    i32.add
    local.set 1
    local.get 2
    i32.const -1
    i32.add
    local.tee 2
    br_if 0
  end
)
