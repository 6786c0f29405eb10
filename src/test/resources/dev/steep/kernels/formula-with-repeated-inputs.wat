;; y = x * b + c
(func $y (param i32)
  (local i32 i32 i32 i32 v128 i32 i32 v128 i32 i32 v128 i32 v128)
  i32.const 0
  local.set 1
  i32.const 148480
  local.set 7
  local.get 7
  local.set 6
  i32.const 149056
  local.set 10
  local.get 10
  local.set 9
  loop
    local.get 9
    v128.load32_splat
    local.set 11
    i32.const 2
    local.set 12
    loop
      i32.const 3
      local.set 2
      local.get 2
      i32.const 4
      i32.ge_s
      if
        loop
          local.get 1
          v128.load offset=148800
          local.set 5
          local.get 7
          v128.load
          local.set 8
          local.get 5
          local.get 8
          f32x4.mul
          local.get 11
          f32x4.add
          local.set 13
          local.get 1
          i32.const 16
          i32.add
          local.set 1
          local.get 7
          i32.const 16
          i32.add
          local.set 7
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
      local.get 1
      v128.load offset=148800
      local.set 5
      local.get 7
      v128.load
      local.set 8
      local.get 5
      local.get 8
      f32x4.mul
      local.get 11
      f32x4.add
      local.set 13
      local.get 1
      i32.const 12
      i32.add
      local.set 1
      local.get 7
      i32.const 12
      i32.add
      local.set 7
      local.get 6
      local.get 7
      local.get 7
      local.get 6
      i32.const 12
      i32.add
      i32.eq
      select
      local.set 7
      local.get 12
      i32.const -1
      i32.add
      local.tee 12
      br_if 0
    end
    local.get 9
    i32.const 4
    i32.add
    local.set 9
    local.get 9
    local.set 10
    local.get 0
    i32.const -1
    i32.add
    local.tee 0
    br_if 0
  end
)
