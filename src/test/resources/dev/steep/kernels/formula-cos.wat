;; y = cos(x)
(func $cos (param v128) (result v128)
  (local v128 v128 v128 v128 v128 v128 f32 f64 v128)
  local.get 0
  f64x2.promote_low_f32x4
  local.set 3
  local.get 3
  f64.const 0.6366197723675814
  f64x2.splat
  f64x2.mul
  f64x2.nearest
  local.set 5
  local.get 3
  local.get 5
  f64.const 1.5707963267341256
  f64x2.splat
  f64x2.mul
  f64x2.sub
  local.get 5
  f64.const 6.077100506506192E-11
  f64x2.splat
  f64x2.mul
  f64x2.sub
  f32x4.demote_f64x2_zero
  local.set 3
  local.get 5
  i32x4.trunc_sat_f64x2_s_zero
  local.set 5
  local.get 0
  local.get 0
  i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
  f64x2.promote_low_f32x4
  local.set 4
  local.get 4
  f64.const 0.6366197723675814
  f64x2.splat
  f64x2.mul
  f64x2.nearest
  local.set 6
  local.get 4
  local.get 6
  f64.const 1.5707963267341256
  f64x2.splat
  f64x2.mul
  f64x2.sub
  local.get 6
  f64.const 6.077100506506192E-11
  f64x2.splat
  f64x2.mul
  f64x2.sub
  f32x4.demote_f64x2_zero
  local.set 4
  local.get 6
  i32x4.trunc_sat_f64x2_s_zero
  local.set 6
  local.get 3
  local.get 4
  i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
  local.set 1
  local.get 5
  local.get 6
  i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
  local.set 2
  local.get 0
  f32x4.abs
  i32.const 4160
  v128.load32_splat
  f32x4.gt
  v128.any_true
  if
    local.get 0
    f32x4.extract_lane 0
    local.tee 7
    f32.abs
    f32.const 1048576.0
    f32.gt
    if
      local.get 7
      call $reduce
      local.set 8
      local.get 1
      local.get 8
      f32.demote_f64
      f32x4.replace_lane 0
      local.set 1
      local.get 2
      local.get 7
      call $turns
      i32x4.replace_lane 0
      local.set 2
    end
    local.get 0
    f32x4.extract_lane 1
    local.tee 7
    f32.abs
    f32.const 1048576.0
    f32.gt
    if
      local.get 7
      call $reduce
      local.set 8
      local.get 1
      local.get 8
      f32.demote_f64
      f32x4.replace_lane 1
      local.set 1
      local.get 2
      local.get 7
      call $turns
      i32x4.replace_lane 1
      local.set 2
    end
    local.get 0
    f32x4.extract_lane 2
    local.tee 7
    f32.abs
    f32.const 1048576.0
    f32.gt
    if
      local.get 7
      call $reduce
      local.set 8
      local.get 1
      local.get 8
      f32.demote_f64
      f32x4.replace_lane 2
      local.set 1
      local.get 2
      local.get 7
      call $turns
      i32x4.replace_lane 2
      local.set 2
    end
    local.get 0
    f32x4.extract_lane 3
    local.tee 7
    f32.abs
    f32.const 1048576.0
    f32.gt
    if
      local.get 7
      call $reduce
      local.set 8
      local.get 1
      local.get 8
      f32.demote_f64
      f32x4.replace_lane 3
      local.set 1
      local.get 2
      local.get 7
      call $turns
      i32x4.replace_lane 3
      local.set 2
    end
  end
  local.get 2
  i32.const 4164
  v128.load32_splat
  i32x4.add
  local.set 2
  local.get 1
  local.get 1
  f32x4.mul
  local.set 9
  i32.const 4168
  v128.load32_splat
  local.get 9
  f32x4.mul
  i32.const 4172
  v128.load32_splat
  f32x4.add
  local.get 9
  f32x4.mul
  i32.const 4176
  v128.load32_splat
  f32x4.add
  local.get 9
  f32x4.mul
  i32.const 4180
  v128.load32_splat
  f32x4.add
  local.get 9
  f32x4.mul
  i32.const 4184
  v128.load32_splat
  f32x4.add
  local.get 9
  f32x4.mul
  i32.const 4188
  v128.load32_splat
  f32x4.add
  i32.const 4192
  v128.load32_splat
  local.get 9
  f32x4.mul
  i32.const 4196
  v128.load32_splat
  f32x4.add
  local.get 9
  f32x4.mul
  i32.const 4200
  v128.load32_splat
  f32x4.add
  local.get 9
  f32x4.mul
  i32.const 4204
  v128.load32_splat
  f32x4.add
  local.get 9
  f32x4.mul
  local.get 1
  f32x4.mul
  local.get 1
  f32x4.add
  local.get 2
  i32.const 4164
  v128.load32_splat
  v128.and
  i32.const 4164
  v128.load32_splat
  i32x4.eq
  v128.bitselect
  local.get 2
  i32.const 4208
  v128.load32_splat
  v128.and
  i32.const 30
  i32x4.shl
  v128.xor
)

(func $y (param i32)
  (local i32 i32 i32 i32 v128 v128)
  i32.const 0
  local.set 1
  local.get 0
  i32.const 2
  i32.shl
  local.set 2
  local.get 2
  i32.const 4
  i32.ge_s
  if
    loop
      local.get 1
      v128.load offset=148544
      local.set 5
      local.get 5
      call $cos
      local.set 6
      local.get 1
      i32.const 16
      i32.add
      local.set 1
      local.get 2
      i32.const -4
      i32.add
      local.set 2
      local.get 2
      i32.const 4
      i32.ge_s
      br_if 0
    end
  end
)
