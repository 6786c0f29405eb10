;; x image/gradient = y/gradient back to the places that x says
(func $x_image/gradient (param i32)
  (local i32 i32 i32 i32 i32 f32 f32 f32 f32 f32 f32 f32 f32 f32 i32 f32 i32 f32 f32 f32 i32 f32 i32 f32 f32 v128 i32 v128 i32 v128 i32 v128 i32 v128 v128 v128)
  i32.const 150080
  i32.const 0
  local.get 0
  i32.const 48
  i32.mul
  i32.const 2
  i32.shl
  memory.fill
  i32.const 150080
  local.set 1
  i32.const 152192
  local.set 2
  i32.const 150720
  local.set 3
  loop
    local.get 3
    f32.load
    local.set 6
    local.get 3
    f32.load offset=4
    local.set 7
    local.get 3
    f32.load offset=8
    local.set 8
    local.get 3
    f32.load offset=12
    local.set 9
    local.get 3
    f32.load offset=16
    local.set 10
    local.get 3
    f32.load offset=20
    local.set 11
    i32.const 0
    local.set 4
    loop
      local.get 4
      f32.convert_i32_s
      local.get 7
      f32.mul
      local.get 8
      f32.add
      local.set 12
      local.get 4
      f32.convert_i32_s
      local.get 10
      f32.mul
      local.get 11
      f32.add
      local.set 13
      i32.const 0
      local.set 5
      loop
        local.get 5
        f32.convert_i32_s
        local.get 9
        f32.mul
        local.get 13
        f32.add
        local.set 14
        local.get 14
        f32.floor
        local.set 19
        local.get 19
        i32.trunc_sat_f32_s
        local.set 15
        local.get 15
        i32.const 1
        i32.add
        local.set 17
        local.get 14
        local.get 19
        f32.sub
        local.set 18
        f32.const 1.0
        local.get 18
        f32.sub
        local.set 16
        local.get 15
        i32.const 8
        i32.rem_s
        local.set 15
        local.get 15
        local.get 15
        i32.const 31
        i32.shr_s
        i32.const 8
        i32.and
        i32.add
        local.set 15
        local.get 15
        i32.const 7
        local.get 15
        i32.sub
        local.get 15
        i32.const 4
        i32.lt_s
        select
        local.set 15
        local.get 17
        i32.const 8
        i32.rem_s
        local.set 17
        local.get 17
        local.get 17
        i32.const 31
        i32.shr_s
        i32.const 8
        i32.and
        i32.add
        local.set 17
        local.get 17
        i32.const 7
        local.get 17
        i32.sub
        local.get 17
        i32.const 4
        i32.lt_s
        select
        local.set 17
        local.get 5
        f32.convert_i32_s
        local.get 6
        f32.mul
        local.get 12
        f32.add
        local.set 20
        local.get 20
        f32.floor
        local.set 25
        local.get 25
        i32.trunc_sat_f32_s
        local.set 21
        local.get 21
        i32.const 1
        i32.add
        local.set 23
        local.get 20
        local.get 25
        f32.sub
        local.set 24
        f32.const 1.0
        local.get 24
        f32.sub
        local.set 22
        local.get 21
        i32.const 8
        i32.rem_s
        local.set 21
        local.get 21
        local.get 21
        i32.const 31
        i32.shr_s
        i32.const 8
        i32.and
        i32.add
        local.set 21
        local.get 21
        i32.const 7
        local.get 21
        i32.sub
        local.get 21
        i32.const 4
        i32.lt_s
        select
        local.set 21
        local.get 23
        i32.const 8
        i32.rem_s
        local.set 23
        local.get 23
        local.get 23
        i32.const 31
        i32.shr_s
        i32.const 8
        i32.and
        i32.add
        local.set 23
        local.get 23
        i32.const 7
        local.get 23
        i32.sub
        local.get 23
        i32.const 4
        i32.lt_s
        select
        local.set 23
        local.get 15
        i32.const 2
        i32.shl
        local.get 21
        i32.add
        i32.const 12
        i32.mul
        local.get 1
        i32.add
        local.set 27
        local.get 16
        local.get 22
        f32.mul
        f32x4.splat
        local.set 28
        local.get 15
        i32.const 2
        i32.shl
        local.get 23
        i32.add
        i32.const 12
        i32.mul
        local.get 1
        i32.add
        local.set 29
        local.get 16
        local.get 24
        f32.mul
        f32x4.splat
        local.set 30
        local.get 17
        i32.const 2
        i32.shl
        local.get 21
        i32.add
        i32.const 12
        i32.mul
        local.get 1
        i32.add
        local.set 31
        local.get 18
        local.get 22
        f32.mul
        f32x4.splat
        local.set 32
        local.get 17
        i32.const 2
        i32.shl
        local.get 23
        i32.add
        i32.const 12
        i32.mul
        local.get 1
        i32.add
        local.set 33
        local.get 18
        local.get 24
        f32.mul
        f32x4.splat
        local.set 34
        local.get 2
        v128.load
        local.set 35
        local.get 35
        local.get 28
        f32x4.mul
        local.get 27
        v128.load
        f32x4.add
        local.set 36
        local.get 27
        local.get 36
        v128.store64_lane align=4 0
        local.get 27
        local.get 36
        v128.store32_lane offset=8 2
        local.get 35
        local.get 30
        f32x4.mul
        local.get 29
        v128.load
        f32x4.add
        local.set 36
        local.get 29
        local.get 36
        v128.store64_lane align=4 0
        local.get 29
        local.get 36
        v128.store32_lane offset=8 2
        local.get 35
        local.get 32
        f32x4.mul
        local.get 31
        v128.load
        f32x4.add
        local.set 36
        local.get 31
        local.get 36
        v128.store64_lane align=4 0
        local.get 31
        local.get 36
        v128.store32_lane offset=8 2
        local.get 35
        local.get 34
        f32x4.mul
        local.get 33
        v128.load
        f32x4.add
        local.set 36
        local.get 33
        local.get 36
        v128.store64_lane align=4 0
        local.get 33
        local.get 36
        v128.store32_lane offset=8 2
        local.get 2
        i32.const 12
        i32.add
        local.set 2
        local.get 5
        i32.const 1
        i32.add
        local.set 5
        local.get 5
        i32.const 4
        i32.lt_u
        br_if 0
      end
      local.get 4
      i32.const 1
      i32.add
      local.set 4
      local.get 4
      i32.const 4
      i32.lt_u
      br_if 0
    end
    local.get 3
    i32.const 24
    i32.add
    local.set 3
    local.get 1
    i32.const 192
    i32.add
    local.set 1
    local.get 0
    i32.const -1
    i32.add
    local.tee 0
    br_if 0
  end
)
