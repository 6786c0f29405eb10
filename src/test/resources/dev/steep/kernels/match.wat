;; match = 1 where p and t are largest at the same place, else 0
(func $place (param i32 i32) (result i32)
  (local i32 f32)
  local.get 1
  local.set 2
  local.get 0
  f32.load
  local.set 3
  local.get 1
  i32.const 1
  i32.ge_s
  if
    loop
      local.get 0
      f32.load
      local.get 3
      f32.gt
      if
        local.get 1
        local.set 2
        local.get 0
        f32.load
        local.set 3
      end
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
  local.get 2
)

(func $match (param i32)
  (local i32 i32)
  i32.const 0
  local.set 1
  i32.const 147200
  local.set 2
  loop
    local.get 2
    local.get 1
    i32.const 147072
    i32.add
    i32.const 5
    call $place
    local.get 1
    i32.const 146816
    i32.add
    i32.const 5
    call $place
    i32.eq
    f32.convert_i32_s
    f32.store
    local.get 1
    i32.const 20
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
