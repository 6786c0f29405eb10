package dev.steep.wasm;

import static dev.steep.wasm.Operand.*;

/**
 * Every WebAssembly instruction that {@link Code} can write: 1.0, sign extension, saturating truncation, bulk memory,
 * fixed-width SIMD and threads. No relaxed SIMD: its results differ between machines.
 *
 * <p>One row says all there is to know: the opcode, the name in the specification, the operands that follow the opcode and
 * what is popped and pushed. The writer, the check of the stack and the listing all read this table. A row without
 * "popped -> pushed" is an instruction whose types depend on its operand or on the stack; {@link Code} has a method for it.
 *
 * <p>Source: WebAssembly Core Specification 2.0, "Index of Instructions"; the threads proposal for 0xFE.
 */
public enum Instruction {
    // Control
    UNREACHABLE(0x00, "unreachable"),
    NOP(0x01, "nop", " -> "),
    BLOCK(0x02, "block", BLOCK_TYPE),
    LOOP(0x03, "loop", BLOCK_TYPE),
    IF(0x04, "if", BLOCK_TYPE),
    ELSE(0x05, "else"),
    END(0x0B, "end"),
    BR(0x0C, "br", LABEL),
    BR_IF(0x0D, "br_if", LABEL),
    BR_TABLE(0x0E, "br_table", LABELS),
    RETURN(0x0F, "return"),
    CALL(0x10, "call", FUNCTION),
    CALL_INDIRECT(0x11, "call_indirect", TABLE_CALL),

    // Values of any type
    DROP(0x1A, "drop"),
    SELECT(0x1B, "select"),
    LOCAL_GET(0x20, "local.get", LOCAL),
    LOCAL_SET(0x21, "local.set", LOCAL),
    LOCAL_TEE(0x22, "local.tee", LOCAL),
    GLOBAL_GET(0x23, "global.get", GLOBAL),
    GLOBAL_SET(0x24, "global.set", GLOBAL),

    // Memory
    I32_LOAD(0x28, "i32.load", MEMARG_32, "i32 -> i32"),
    I64_LOAD(0x29, "i64.load", MEMARG_64, "i32 -> i64"),
    F32_LOAD(0x2A, "f32.load", MEMARG_32, "i32 -> f32"),
    F64_LOAD(0x2B, "f64.load", MEMARG_64, "i32 -> f64"),
    I32_LOAD8_S(0x2C, "i32.load8_s", MEMARG_8, "i32 -> i32"),
    I32_LOAD8_U(0x2D, "i32.load8_u", MEMARG_8, "i32 -> i32"),
    I32_LOAD16_S(0x2E, "i32.load16_s", MEMARG_16, "i32 -> i32"),
    I32_LOAD16_U(0x2F, "i32.load16_u", MEMARG_16, "i32 -> i32"),
    I64_LOAD8_S(0x30, "i64.load8_s", MEMARG_8, "i32 -> i64"),
    I64_LOAD8_U(0x31, "i64.load8_u", MEMARG_8, "i32 -> i64"),
    I64_LOAD16_S(0x32, "i64.load16_s", MEMARG_16, "i32 -> i64"),
    I64_LOAD16_U(0x33, "i64.load16_u", MEMARG_16, "i32 -> i64"),
    I64_LOAD32_S(0x34, "i64.load32_s", MEMARG_32, "i32 -> i64"),
    I64_LOAD32_U(0x35, "i64.load32_u", MEMARG_32, "i32 -> i64"),
    I32_STORE(0x36, "i32.store", MEMARG_32, "i32 i32 -> "),
    I64_STORE(0x37, "i64.store", MEMARG_64, "i32 i64 -> "),
    F32_STORE(0x38, "f32.store", MEMARG_32, "i32 f32 -> "),
    F64_STORE(0x39, "f64.store", MEMARG_64, "i32 f64 -> "),
    I32_STORE8(0x3A, "i32.store8", MEMARG_8, "i32 i32 -> "),
    I32_STORE16(0x3B, "i32.store16", MEMARG_16, "i32 i32 -> "),
    I64_STORE8(0x3C, "i64.store8", MEMARG_8, "i32 i64 -> "),
    I64_STORE16(0x3D, "i64.store16", MEMARG_16, "i32 i64 -> "),
    I64_STORE32(0x3E, "i64.store32", MEMARG_32, "i32 i64 -> "),
    MEMORY_SIZE(0x3F, "memory.size", ZERO, " -> i32"),
    MEMORY_GROW(0x40, "memory.grow", ZERO, "i32 -> i32"),
    MEMORY_COPY(0xFC_0A, "memory.copy", ZERO_ZERO, "i32 i32 i32 -> "),
    MEMORY_FILL(0xFC_0B, "memory.fill", ZERO, "i32 i32 i32 -> "),

    // Constants
    I32_CONST(0x41, "i32.const", I32, " -> i32"),
    I64_CONST(0x42, "i64.const", I64, " -> i64"),
    F32_CONST(0x43, "f32.const", F32, " -> f32"),
    F64_CONST(0x44, "f64.const", F64, " -> f64"),

    // i32 comparison
    I32_EQZ(0x45, "i32.eqz", "i32 -> i32"),
    I32_EQ(0x46, "i32.eq", "i32 i32 -> i32"),
    I32_NE(0x47, "i32.ne", "i32 i32 -> i32"),
    I32_LT_S(0x48, "i32.lt_s", "i32 i32 -> i32"),
    I32_LT_U(0x49, "i32.lt_u", "i32 i32 -> i32"),
    I32_GT_S(0x4A, "i32.gt_s", "i32 i32 -> i32"),
    I32_GT_U(0x4B, "i32.gt_u", "i32 i32 -> i32"),
    I32_LE_S(0x4C, "i32.le_s", "i32 i32 -> i32"),
    I32_LE_U(0x4D, "i32.le_u", "i32 i32 -> i32"),
    I32_GE_S(0x4E, "i32.ge_s", "i32 i32 -> i32"),
    I32_GE_U(0x4F, "i32.ge_u", "i32 i32 -> i32"),

    // i64 comparison
    I64_EQZ(0x50, "i64.eqz", "i64 -> i32"),
    I64_EQ(0x51, "i64.eq", "i64 i64 -> i32"),
    I64_NE(0x52, "i64.ne", "i64 i64 -> i32"),
    I64_LT_S(0x53, "i64.lt_s", "i64 i64 -> i32"),
    I64_LT_U(0x54, "i64.lt_u", "i64 i64 -> i32"),
    I64_GT_S(0x55, "i64.gt_s", "i64 i64 -> i32"),
    I64_GT_U(0x56, "i64.gt_u", "i64 i64 -> i32"),
    I64_LE_S(0x57, "i64.le_s", "i64 i64 -> i32"),
    I64_LE_U(0x58, "i64.le_u", "i64 i64 -> i32"),
    I64_GE_S(0x59, "i64.ge_s", "i64 i64 -> i32"),
    I64_GE_U(0x5A, "i64.ge_u", "i64 i64 -> i32"),

    // f32 comparison
    F32_EQ(0x5B, "f32.eq", "f32 f32 -> i32"),
    F32_NE(0x5C, "f32.ne", "f32 f32 -> i32"),
    F32_LT(0x5D, "f32.lt", "f32 f32 -> i32"),
    F32_GT(0x5E, "f32.gt", "f32 f32 -> i32"),
    F32_LE(0x5F, "f32.le", "f32 f32 -> i32"),
    F32_GE(0x60, "f32.ge", "f32 f32 -> i32"),

    // f64 comparison
    F64_EQ(0x61, "f64.eq", "f64 f64 -> i32"),
    F64_NE(0x62, "f64.ne", "f64 f64 -> i32"),
    F64_LT(0x63, "f64.lt", "f64 f64 -> i32"),
    F64_GT(0x64, "f64.gt", "f64 f64 -> i32"),
    F64_LE(0x65, "f64.le", "f64 f64 -> i32"),
    F64_GE(0x66, "f64.ge", "f64 f64 -> i32"),

    // i32 arithmetic
    I32_CLZ(0x67, "i32.clz", "i32 -> i32"),
    I32_CTZ(0x68, "i32.ctz", "i32 -> i32"),
    I32_POPCNT(0x69, "i32.popcnt", "i32 -> i32"),
    I32_ADD(0x6A, "i32.add", "i32 i32 -> i32"),
    I32_SUB(0x6B, "i32.sub", "i32 i32 -> i32"),
    I32_MUL(0x6C, "i32.mul", "i32 i32 -> i32"),
    I32_DIV_S(0x6D, "i32.div_s", "i32 i32 -> i32"),
    I32_DIV_U(0x6E, "i32.div_u", "i32 i32 -> i32"),
    I32_REM_S(0x6F, "i32.rem_s", "i32 i32 -> i32"),
    I32_REM_U(0x70, "i32.rem_u", "i32 i32 -> i32"),
    I32_AND(0x71, "i32.and", "i32 i32 -> i32"),
    I32_OR(0x72, "i32.or", "i32 i32 -> i32"),
    I32_XOR(0x73, "i32.xor", "i32 i32 -> i32"),
    I32_SHL(0x74, "i32.shl", "i32 i32 -> i32"),
    I32_SHR_S(0x75, "i32.shr_s", "i32 i32 -> i32"),
    I32_SHR_U(0x76, "i32.shr_u", "i32 i32 -> i32"),
    I32_ROTL(0x77, "i32.rotl", "i32 i32 -> i32"),
    I32_ROTR(0x78, "i32.rotr", "i32 i32 -> i32"),

    // i64 arithmetic
    I64_CLZ(0x79, "i64.clz", "i64 -> i64"),
    I64_CTZ(0x7A, "i64.ctz", "i64 -> i64"),
    I64_POPCNT(0x7B, "i64.popcnt", "i64 -> i64"),
    I64_ADD(0x7C, "i64.add", "i64 i64 -> i64"),
    I64_SUB(0x7D, "i64.sub", "i64 i64 -> i64"),
    I64_MUL(0x7E, "i64.mul", "i64 i64 -> i64"),
    I64_DIV_S(0x7F, "i64.div_s", "i64 i64 -> i64"),
    I64_DIV_U(0x80, "i64.div_u", "i64 i64 -> i64"),
    I64_REM_S(0x81, "i64.rem_s", "i64 i64 -> i64"),
    I64_REM_U(0x82, "i64.rem_u", "i64 i64 -> i64"),
    I64_AND(0x83, "i64.and", "i64 i64 -> i64"),
    I64_OR(0x84, "i64.or", "i64 i64 -> i64"),
    I64_XOR(0x85, "i64.xor", "i64 i64 -> i64"),
    I64_SHL(0x86, "i64.shl", "i64 i64 -> i64"),
    I64_SHR_S(0x87, "i64.shr_s", "i64 i64 -> i64"),
    I64_SHR_U(0x88, "i64.shr_u", "i64 i64 -> i64"),
    I64_ROTL(0x89, "i64.rotl", "i64 i64 -> i64"),
    I64_ROTR(0x8A, "i64.rotr", "i64 i64 -> i64"),

    // f32 arithmetic
    F32_ABS(0x8B, "f32.abs", "f32 -> f32"),
    F32_NEG(0x8C, "f32.neg", "f32 -> f32"),
    F32_CEIL(0x8D, "f32.ceil", "f32 -> f32"),
    F32_FLOOR(0x8E, "f32.floor", "f32 -> f32"),
    F32_TRUNC(0x8F, "f32.trunc", "f32 -> f32"),
    F32_NEAREST(0x90, "f32.nearest", "f32 -> f32"),
    F32_SQRT(0x91, "f32.sqrt", "f32 -> f32"),
    F32_ADD(0x92, "f32.add", "f32 f32 -> f32"),
    F32_SUB(0x93, "f32.sub", "f32 f32 -> f32"),
    F32_MUL(0x94, "f32.mul", "f32 f32 -> f32"),
    F32_DIV(0x95, "f32.div", "f32 f32 -> f32"),
    F32_MIN(0x96, "f32.min", "f32 f32 -> f32"),
    F32_MAX(0x97, "f32.max", "f32 f32 -> f32"),
    F32_COPYSIGN(0x98, "f32.copysign", "f32 f32 -> f32"),

    // f64 arithmetic
    F64_ABS(0x99, "f64.abs", "f64 -> f64"),
    F64_NEG(0x9A, "f64.neg", "f64 -> f64"),
    F64_CEIL(0x9B, "f64.ceil", "f64 -> f64"),
    F64_FLOOR(0x9C, "f64.floor", "f64 -> f64"),
    F64_TRUNC(0x9D, "f64.trunc", "f64 -> f64"),
    F64_NEAREST(0x9E, "f64.nearest", "f64 -> f64"),
    F64_SQRT(0x9F, "f64.sqrt", "f64 -> f64"),
    F64_ADD(0xA0, "f64.add", "f64 f64 -> f64"),
    F64_SUB(0xA1, "f64.sub", "f64 f64 -> f64"),
    F64_MUL(0xA2, "f64.mul", "f64 f64 -> f64"),
    F64_DIV(0xA3, "f64.div", "f64 f64 -> f64"),
    F64_MIN(0xA4, "f64.min", "f64 f64 -> f64"),
    F64_MAX(0xA5, "f64.max", "f64 f64 -> f64"),
    F64_COPYSIGN(0xA6, "f64.copysign", "f64 f64 -> f64"),

    // Conversion
    I32_WRAP_I64(0xA7, "i32.wrap_i64", "i64 -> i32"),
    I32_TRUNC_F32_S(0xA8, "i32.trunc_f32_s", "f32 -> i32"),
    I32_TRUNC_F32_U(0xA9, "i32.trunc_f32_u", "f32 -> i32"),
    I32_TRUNC_F64_S(0xAA, "i32.trunc_f64_s", "f64 -> i32"),
    I32_TRUNC_F64_U(0xAB, "i32.trunc_f64_u", "f64 -> i32"),
    I64_EXTEND_I32_S(0xAC, "i64.extend_i32_s", "i32 -> i64"),
    I64_EXTEND_I32_U(0xAD, "i64.extend_i32_u", "i32 -> i64"),
    I64_TRUNC_F32_S(0xAE, "i64.trunc_f32_s", "f32 -> i64"),
    I64_TRUNC_F32_U(0xAF, "i64.trunc_f32_u", "f32 -> i64"),
    I64_TRUNC_F64_S(0xB0, "i64.trunc_f64_s", "f64 -> i64"),
    I64_TRUNC_F64_U(0xB1, "i64.trunc_f64_u", "f64 -> i64"),
    F32_CONVERT_I32_S(0xB2, "f32.convert_i32_s", "i32 -> f32"),
    F32_CONVERT_I32_U(0xB3, "f32.convert_i32_u", "i32 -> f32"),
    F32_CONVERT_I64_S(0xB4, "f32.convert_i64_s", "i64 -> f32"),
    F32_CONVERT_I64_U(0xB5, "f32.convert_i64_u", "i64 -> f32"),
    F32_DEMOTE_F64(0xB6, "f32.demote_f64", "f64 -> f32"),
    F64_CONVERT_I32_S(0xB7, "f64.convert_i32_s", "i32 -> f64"),
    F64_CONVERT_I32_U(0xB8, "f64.convert_i32_u", "i32 -> f64"),
    F64_CONVERT_I64_S(0xB9, "f64.convert_i64_s", "i64 -> f64"),
    F64_CONVERT_I64_U(0xBA, "f64.convert_i64_u", "i64 -> f64"),
    F64_PROMOTE_F32(0xBB, "f64.promote_f32", "f32 -> f64"),
    I32_REINTERPRET_F32(0xBC, "i32.reinterpret_f32", "f32 -> i32"),
    I64_REINTERPRET_F64(0xBD, "i64.reinterpret_f64", "f64 -> i64"),
    F32_REINTERPRET_I32(0xBE, "f32.reinterpret_i32", "i32 -> f32"),
    F64_REINTERPRET_I64(0xBF, "f64.reinterpret_i64", "i64 -> f64"),
    I32_EXTEND8_S(0xC0, "i32.extend8_s", "i32 -> i32"),
    I32_EXTEND16_S(0xC1, "i32.extend16_s", "i32 -> i32"),
    I64_EXTEND8_S(0xC2, "i64.extend8_s", "i64 -> i64"),
    I64_EXTEND16_S(0xC3, "i64.extend16_s", "i64 -> i64"),
    I64_EXTEND32_S(0xC4, "i64.extend32_s", "i64 -> i64"),
    I32_TRUNC_SAT_F32_S(0xFC_00, "i32.trunc_sat_f32_s", "f32 -> i32"),
    I32_TRUNC_SAT_F32_U(0xFC_01, "i32.trunc_sat_f32_u", "f32 -> i32"),
    I32_TRUNC_SAT_F64_S(0xFC_02, "i32.trunc_sat_f64_s", "f64 -> i32"),
    I32_TRUNC_SAT_F64_U(0xFC_03, "i32.trunc_sat_f64_u", "f64 -> i32"),
    I64_TRUNC_SAT_F32_S(0xFC_04, "i64.trunc_sat_f32_s", "f32 -> i64"),
    I64_TRUNC_SAT_F32_U(0xFC_05, "i64.trunc_sat_f32_u", "f32 -> i64"),
    I64_TRUNC_SAT_F64_S(0xFC_06, "i64.trunc_sat_f64_s", "f64 -> i64"),
    I64_TRUNC_SAT_F64_U(0xFC_07, "i64.trunc_sat_f64_u", "f64 -> i64"),

    // Vector memory
    V128_LOAD(0xFD_00, "v128.load", MEMARG_128, "i32 -> v128"),
    V128_LOAD8X8_S(0xFD_01, "v128.load8x8_s", MEMARG_64, "i32 -> v128"),
    V128_LOAD8X8_U(0xFD_02, "v128.load8x8_u", MEMARG_64, "i32 -> v128"),
    V128_LOAD16X4_S(0xFD_03, "v128.load16x4_s", MEMARG_64, "i32 -> v128"),
    V128_LOAD16X4_U(0xFD_04, "v128.load16x4_u", MEMARG_64, "i32 -> v128"),
    V128_LOAD32X2_S(0xFD_05, "v128.load32x2_s", MEMARG_64, "i32 -> v128"),
    V128_LOAD32X2_U(0xFD_06, "v128.load32x2_u", MEMARG_64, "i32 -> v128"),
    V128_LOAD8_SPLAT(0xFD_07, "v128.load8_splat", MEMARG_8, "i32 -> v128"),
    V128_LOAD16_SPLAT(0xFD_08, "v128.load16_splat", MEMARG_16, "i32 -> v128"),
    V128_LOAD32_SPLAT(0xFD_09, "v128.load32_splat", MEMARG_32, "i32 -> v128"),
    V128_LOAD64_SPLAT(0xFD_0A, "v128.load64_splat", MEMARG_64, "i32 -> v128"),
    V128_LOAD32_ZERO(0xFD_5C, "v128.load32_zero", MEMARG_32, "i32 -> v128"),
    V128_LOAD64_ZERO(0xFD_5D, "v128.load64_zero", MEMARG_64, "i32 -> v128"),
    V128_STORE(0xFD_0B, "v128.store", MEMARG_128, "i32 v128 -> "),
    V128_LOAD8_LANE(0xFD_54, "v128.load8_lane", MEMARG_LANE_8, "i32 v128 -> v128"),
    V128_LOAD16_LANE(0xFD_55, "v128.load16_lane", MEMARG_LANE_16, "i32 v128 -> v128"),
    V128_LOAD32_LANE(0xFD_56, "v128.load32_lane", MEMARG_LANE_32, "i32 v128 -> v128"),
    V128_LOAD64_LANE(0xFD_57, "v128.load64_lane", MEMARG_LANE_64, "i32 v128 -> v128"),
    V128_STORE8_LANE(0xFD_58, "v128.store8_lane", MEMARG_LANE_8, "i32 v128 -> "),
    V128_STORE16_LANE(0xFD_59, "v128.store16_lane", MEMARG_LANE_16, "i32 v128 -> "),
    V128_STORE32_LANE(0xFD_5A, "v128.store32_lane", MEMARG_LANE_32, "i32 v128 -> "),
    V128_STORE64_LANE(0xFD_5B, "v128.store64_lane", MEMARG_LANE_64, "i32 v128 -> "),

    // Vectors: constants and lanes
    V128_CONST(0xFD_0C, "v128.const", V128, " -> v128"),
    I8X16_SHUFFLE(0xFD_0D, "i8x16.shuffle", LANES, "v128 v128 -> v128"),
    I8X16_SWIZZLE(0xFD_0E, "i8x16.swizzle", "v128 v128 -> v128"),
    I8X16_SPLAT(0xFD_0F, "i8x16.splat", "i32 -> v128"),
    I16X8_SPLAT(0xFD_10, "i16x8.splat", "i32 -> v128"),
    I32X4_SPLAT(0xFD_11, "i32x4.splat", "i32 -> v128"),
    I64X2_SPLAT(0xFD_12, "i64x2.splat", "i64 -> v128"),
    F32X4_SPLAT(0xFD_13, "f32x4.splat", "f32 -> v128"),
    F64X2_SPLAT(0xFD_14, "f64x2.splat", "f64 -> v128"),
    I8X16_EXTRACT_LANE_S(0xFD_15, "i8x16.extract_lane_s", LANE_16, "v128 -> i32"),
    I8X16_EXTRACT_LANE_U(0xFD_16, "i8x16.extract_lane_u", LANE_16, "v128 -> i32"),
    I8X16_REPLACE_LANE(0xFD_17, "i8x16.replace_lane", LANE_16, "v128 i32 -> v128"),
    I16X8_EXTRACT_LANE_S(0xFD_18, "i16x8.extract_lane_s", LANE_8, "v128 -> i32"),
    I16X8_EXTRACT_LANE_U(0xFD_19, "i16x8.extract_lane_u", LANE_8, "v128 -> i32"),
    I16X8_REPLACE_LANE(0xFD_1A, "i16x8.replace_lane", LANE_8, "v128 i32 -> v128"),
    I32X4_EXTRACT_LANE(0xFD_1B, "i32x4.extract_lane", LANE_4, "v128 -> i32"),
    I32X4_REPLACE_LANE(0xFD_1C, "i32x4.replace_lane", LANE_4, "v128 i32 -> v128"),
    I64X2_EXTRACT_LANE(0xFD_1D, "i64x2.extract_lane", LANE_2, "v128 -> i64"),
    I64X2_REPLACE_LANE(0xFD_1E, "i64x2.replace_lane", LANE_2, "v128 i64 -> v128"),
    F32X4_EXTRACT_LANE(0xFD_1F, "f32x4.extract_lane", LANE_4, "v128 -> f32"),
    F32X4_REPLACE_LANE(0xFD_20, "f32x4.replace_lane", LANE_4, "v128 f32 -> v128"),
    F64X2_EXTRACT_LANE(0xFD_21, "f64x2.extract_lane", LANE_2, "v128 -> f64"),
    F64X2_REPLACE_LANE(0xFD_22, "f64x2.replace_lane", LANE_2, "v128 f64 -> v128"),

    // Vectors: comparison (every lane all ones or all zeros)
    I8X16_EQ(0xFD_23, "i8x16.eq", "v128 v128 -> v128"),
    I8X16_NE(0xFD_24, "i8x16.ne", "v128 v128 -> v128"),
    I8X16_LT_S(0xFD_25, "i8x16.lt_s", "v128 v128 -> v128"),
    I8X16_LT_U(0xFD_26, "i8x16.lt_u", "v128 v128 -> v128"),
    I8X16_GT_S(0xFD_27, "i8x16.gt_s", "v128 v128 -> v128"),
    I8X16_GT_U(0xFD_28, "i8x16.gt_u", "v128 v128 -> v128"),
    I8X16_LE_S(0xFD_29, "i8x16.le_s", "v128 v128 -> v128"),
    I8X16_LE_U(0xFD_2A, "i8x16.le_u", "v128 v128 -> v128"),
    I8X16_GE_S(0xFD_2B, "i8x16.ge_s", "v128 v128 -> v128"),
    I8X16_GE_U(0xFD_2C, "i8x16.ge_u", "v128 v128 -> v128"),
    I16X8_EQ(0xFD_2D, "i16x8.eq", "v128 v128 -> v128"),
    I16X8_NE(0xFD_2E, "i16x8.ne", "v128 v128 -> v128"),
    I16X8_LT_S(0xFD_2F, "i16x8.lt_s", "v128 v128 -> v128"),
    I16X8_LT_U(0xFD_30, "i16x8.lt_u", "v128 v128 -> v128"),
    I16X8_GT_S(0xFD_31, "i16x8.gt_s", "v128 v128 -> v128"),
    I16X8_GT_U(0xFD_32, "i16x8.gt_u", "v128 v128 -> v128"),
    I16X8_LE_S(0xFD_33, "i16x8.le_s", "v128 v128 -> v128"),
    I16X8_LE_U(0xFD_34, "i16x8.le_u", "v128 v128 -> v128"),
    I16X8_GE_S(0xFD_35, "i16x8.ge_s", "v128 v128 -> v128"),
    I16X8_GE_U(0xFD_36, "i16x8.ge_u", "v128 v128 -> v128"),
    I32X4_EQ(0xFD_37, "i32x4.eq", "v128 v128 -> v128"),
    I32X4_NE(0xFD_38, "i32x4.ne", "v128 v128 -> v128"),
    I32X4_LT_S(0xFD_39, "i32x4.lt_s", "v128 v128 -> v128"),
    I32X4_LT_U(0xFD_3A, "i32x4.lt_u", "v128 v128 -> v128"),
    I32X4_GT_S(0xFD_3B, "i32x4.gt_s", "v128 v128 -> v128"),
    I32X4_GT_U(0xFD_3C, "i32x4.gt_u", "v128 v128 -> v128"),
    I32X4_LE_S(0xFD_3D, "i32x4.le_s", "v128 v128 -> v128"),
    I32X4_LE_U(0xFD_3E, "i32x4.le_u", "v128 v128 -> v128"),
    I32X4_GE_S(0xFD_3F, "i32x4.ge_s", "v128 v128 -> v128"),
    I32X4_GE_U(0xFD_40, "i32x4.ge_u", "v128 v128 -> v128"),
    I64X2_EQ(0xFD_D6, "i64x2.eq", "v128 v128 -> v128"),
    I64X2_NE(0xFD_D7, "i64x2.ne", "v128 v128 -> v128"),
    I64X2_LT_S(0xFD_D8, "i64x2.lt_s", "v128 v128 -> v128"),
    I64X2_GT_S(0xFD_D9, "i64x2.gt_s", "v128 v128 -> v128"),
    I64X2_LE_S(0xFD_DA, "i64x2.le_s", "v128 v128 -> v128"),
    I64X2_GE_S(0xFD_DB, "i64x2.ge_s", "v128 v128 -> v128"),
    F32X4_EQ(0xFD_41, "f32x4.eq", "v128 v128 -> v128"),
    F32X4_NE(0xFD_42, "f32x4.ne", "v128 v128 -> v128"),
    F32X4_LT(0xFD_43, "f32x4.lt", "v128 v128 -> v128"),
    F32X4_GT(0xFD_44, "f32x4.gt", "v128 v128 -> v128"),
    F32X4_LE(0xFD_45, "f32x4.le", "v128 v128 -> v128"),
    F32X4_GE(0xFD_46, "f32x4.ge", "v128 v128 -> v128"),
    F64X2_EQ(0xFD_47, "f64x2.eq", "v128 v128 -> v128"),
    F64X2_NE(0xFD_48, "f64x2.ne", "v128 v128 -> v128"),
    F64X2_LT(0xFD_49, "f64x2.lt", "v128 v128 -> v128"),
    F64X2_GT(0xFD_4A, "f64x2.gt", "v128 v128 -> v128"),
    F64X2_LE(0xFD_4B, "f64x2.le", "v128 v128 -> v128"),
    F64X2_GE(0xFD_4C, "f64x2.ge", "v128 v128 -> v128"),

    // Vectors: bits
    V128_NOT(0xFD_4D, "v128.not", "v128 -> v128"),
    V128_AND(0xFD_4E, "v128.and", "v128 v128 -> v128"),
    V128_ANDNOT(0xFD_4F, "v128.andnot", "v128 v128 -> v128"),
    V128_OR(0xFD_50, "v128.or", "v128 v128 -> v128"),
    V128_XOR(0xFD_51, "v128.xor", "v128 v128 -> v128"),
    V128_BITSELECT(0xFD_52, "v128.bitselect", "v128 v128 v128 -> v128"),
    V128_ANY_TRUE(0xFD_53, "v128.any_true", "v128 -> i32"),

    // i8x16 arithmetic
    I8X16_ABS(0xFD_60, "i8x16.abs", "v128 -> v128"),
    I8X16_NEG(0xFD_61, "i8x16.neg", "v128 -> v128"),
    I8X16_POPCNT(0xFD_62, "i8x16.popcnt", "v128 -> v128"),
    I8X16_ALL_TRUE(0xFD_63, "i8x16.all_true", "v128 -> i32"),
    I8X16_BITMASK(0xFD_64, "i8x16.bitmask", "v128 -> i32"),
    I8X16_NARROW_I16X8_S(0xFD_65, "i8x16.narrow_i16x8_s", "v128 v128 -> v128"),
    I8X16_NARROW_I16X8_U(0xFD_66, "i8x16.narrow_i16x8_u", "v128 v128 -> v128"),
    I8X16_SHL(0xFD_6B, "i8x16.shl", "v128 i32 -> v128"),
    I8X16_SHR_S(0xFD_6C, "i8x16.shr_s", "v128 i32 -> v128"),
    I8X16_SHR_U(0xFD_6D, "i8x16.shr_u", "v128 i32 -> v128"),
    I8X16_ADD(0xFD_6E, "i8x16.add", "v128 v128 -> v128"),
    I8X16_ADD_SAT_S(0xFD_6F, "i8x16.add_sat_s", "v128 v128 -> v128"),
    I8X16_ADD_SAT_U(0xFD_70, "i8x16.add_sat_u", "v128 v128 -> v128"),
    I8X16_SUB(0xFD_71, "i8x16.sub", "v128 v128 -> v128"),
    I8X16_SUB_SAT_S(0xFD_72, "i8x16.sub_sat_s", "v128 v128 -> v128"),
    I8X16_SUB_SAT_U(0xFD_73, "i8x16.sub_sat_u", "v128 v128 -> v128"),
    I8X16_MIN_S(0xFD_76, "i8x16.min_s", "v128 v128 -> v128"),
    I8X16_MIN_U(0xFD_77, "i8x16.min_u", "v128 v128 -> v128"),
    I8X16_MAX_S(0xFD_78, "i8x16.max_s", "v128 v128 -> v128"),
    I8X16_MAX_U(0xFD_79, "i8x16.max_u", "v128 v128 -> v128"),
    I8X16_AVGR_U(0xFD_7B, "i8x16.avgr_u", "v128 v128 -> v128"),

    // i16x8 arithmetic
    I16X8_EXTADD_PAIRWISE_I8X16_S(0xFD_7C, "i16x8.extadd_pairwise_i8x16_s", "v128 -> v128"),
    I16X8_EXTADD_PAIRWISE_I8X16_U(0xFD_7D, "i16x8.extadd_pairwise_i8x16_u", "v128 -> v128"),
    I16X8_ABS(0xFD_80, "i16x8.abs", "v128 -> v128"),
    I16X8_NEG(0xFD_81, "i16x8.neg", "v128 -> v128"),
    I16X8_Q15MULR_SAT_S(0xFD_82, "i16x8.q15mulr_sat_s", "v128 v128 -> v128"),
    I16X8_ALL_TRUE(0xFD_83, "i16x8.all_true", "v128 -> i32"),
    I16X8_BITMASK(0xFD_84, "i16x8.bitmask", "v128 -> i32"),
    I16X8_NARROW_I32X4_S(0xFD_85, "i16x8.narrow_i32x4_s", "v128 v128 -> v128"),
    I16X8_NARROW_I32X4_U(0xFD_86, "i16x8.narrow_i32x4_u", "v128 v128 -> v128"),
    I16X8_EXTEND_LOW_I8X16_S(0xFD_87, "i16x8.extend_low_i8x16_s", "v128 -> v128"),
    I16X8_EXTEND_HIGH_I8X16_S(0xFD_88, "i16x8.extend_high_i8x16_s", "v128 -> v128"),
    I16X8_EXTEND_LOW_I8X16_U(0xFD_89, "i16x8.extend_low_i8x16_u", "v128 -> v128"),
    I16X8_EXTEND_HIGH_I8X16_U(0xFD_8A, "i16x8.extend_high_i8x16_u", "v128 -> v128"),
    I16X8_SHL(0xFD_8B, "i16x8.shl", "v128 i32 -> v128"),
    I16X8_SHR_S(0xFD_8C, "i16x8.shr_s", "v128 i32 -> v128"),
    I16X8_SHR_U(0xFD_8D, "i16x8.shr_u", "v128 i32 -> v128"),
    I16X8_ADD(0xFD_8E, "i16x8.add", "v128 v128 -> v128"),
    I16X8_ADD_SAT_S(0xFD_8F, "i16x8.add_sat_s", "v128 v128 -> v128"),
    I16X8_ADD_SAT_U(0xFD_90, "i16x8.add_sat_u", "v128 v128 -> v128"),
    I16X8_SUB(0xFD_91, "i16x8.sub", "v128 v128 -> v128"),
    I16X8_SUB_SAT_S(0xFD_92, "i16x8.sub_sat_s", "v128 v128 -> v128"),
    I16X8_SUB_SAT_U(0xFD_93, "i16x8.sub_sat_u", "v128 v128 -> v128"),
    I16X8_MUL(0xFD_95, "i16x8.mul", "v128 v128 -> v128"),
    I16X8_MIN_S(0xFD_96, "i16x8.min_s", "v128 v128 -> v128"),
    I16X8_MIN_U(0xFD_97, "i16x8.min_u", "v128 v128 -> v128"),
    I16X8_MAX_S(0xFD_98, "i16x8.max_s", "v128 v128 -> v128"),
    I16X8_MAX_U(0xFD_99, "i16x8.max_u", "v128 v128 -> v128"),
    I16X8_AVGR_U(0xFD_9B, "i16x8.avgr_u", "v128 v128 -> v128"),
    I16X8_EXTMUL_LOW_I8X16_S(0xFD_9C, "i16x8.extmul_low_i8x16_s", "v128 v128 -> v128"),
    I16X8_EXTMUL_HIGH_I8X16_S(0xFD_9D, "i16x8.extmul_high_i8x16_s", "v128 v128 -> v128"),
    I16X8_EXTMUL_LOW_I8X16_U(0xFD_9E, "i16x8.extmul_low_i8x16_u", "v128 v128 -> v128"),
    I16X8_EXTMUL_HIGH_I8X16_U(0xFD_9F, "i16x8.extmul_high_i8x16_u", "v128 v128 -> v128"),

    // i32x4 arithmetic
    I32X4_EXTADD_PAIRWISE_I16X8_S(0xFD_7E, "i32x4.extadd_pairwise_i16x8_s", "v128 -> v128"),
    I32X4_EXTADD_PAIRWISE_I16X8_U(0xFD_7F, "i32x4.extadd_pairwise_i16x8_u", "v128 -> v128"),
    I32X4_ABS(0xFD_A0, "i32x4.abs", "v128 -> v128"),
    I32X4_NEG(0xFD_A1, "i32x4.neg", "v128 -> v128"),
    I32X4_ALL_TRUE(0xFD_A3, "i32x4.all_true", "v128 -> i32"),
    I32X4_BITMASK(0xFD_A4, "i32x4.bitmask", "v128 -> i32"),
    I32X4_EXTEND_LOW_I16X8_S(0xFD_A7, "i32x4.extend_low_i16x8_s", "v128 -> v128"),
    I32X4_EXTEND_HIGH_I16X8_S(0xFD_A8, "i32x4.extend_high_i16x8_s", "v128 -> v128"),
    I32X4_EXTEND_LOW_I16X8_U(0xFD_A9, "i32x4.extend_low_i16x8_u", "v128 -> v128"),
    I32X4_EXTEND_HIGH_I16X8_U(0xFD_AA, "i32x4.extend_high_i16x8_u", "v128 -> v128"),
    I32X4_SHL(0xFD_AB, "i32x4.shl", "v128 i32 -> v128"),
    I32X4_SHR_S(0xFD_AC, "i32x4.shr_s", "v128 i32 -> v128"),
    I32X4_SHR_U(0xFD_AD, "i32x4.shr_u", "v128 i32 -> v128"),
    I32X4_ADD(0xFD_AE, "i32x4.add", "v128 v128 -> v128"),
    I32X4_SUB(0xFD_B1, "i32x4.sub", "v128 v128 -> v128"),
    I32X4_MUL(0xFD_B5, "i32x4.mul", "v128 v128 -> v128"),
    I32X4_MIN_S(0xFD_B6, "i32x4.min_s", "v128 v128 -> v128"),
    I32X4_MIN_U(0xFD_B7, "i32x4.min_u", "v128 v128 -> v128"),
    I32X4_MAX_S(0xFD_B8, "i32x4.max_s", "v128 v128 -> v128"),
    I32X4_MAX_U(0xFD_B9, "i32x4.max_u", "v128 v128 -> v128"),
    I32X4_DOT_I16X8_S(0xFD_BA, "i32x4.dot_i16x8_s", "v128 v128 -> v128"),
    I32X4_EXTMUL_LOW_I16X8_S(0xFD_BC, "i32x4.extmul_low_i16x8_s", "v128 v128 -> v128"),
    I32X4_EXTMUL_HIGH_I16X8_S(0xFD_BD, "i32x4.extmul_high_i16x8_s", "v128 v128 -> v128"),
    I32X4_EXTMUL_LOW_I16X8_U(0xFD_BE, "i32x4.extmul_low_i16x8_u", "v128 v128 -> v128"),
    I32X4_EXTMUL_HIGH_I16X8_U(0xFD_BF, "i32x4.extmul_high_i16x8_u", "v128 v128 -> v128"),

    // i64x2 arithmetic
    I64X2_ABS(0xFD_C0, "i64x2.abs", "v128 -> v128"),
    I64X2_NEG(0xFD_C1, "i64x2.neg", "v128 -> v128"),
    I64X2_ALL_TRUE(0xFD_C3, "i64x2.all_true", "v128 -> i32"),
    I64X2_BITMASK(0xFD_C4, "i64x2.bitmask", "v128 -> i32"),
    I64X2_EXTEND_LOW_I32X4_S(0xFD_C7, "i64x2.extend_low_i32x4_s", "v128 -> v128"),
    I64X2_EXTEND_HIGH_I32X4_S(0xFD_C8, "i64x2.extend_high_i32x4_s", "v128 -> v128"),
    I64X2_EXTEND_LOW_I32X4_U(0xFD_C9, "i64x2.extend_low_i32x4_u", "v128 -> v128"),
    I64X2_EXTEND_HIGH_I32X4_U(0xFD_CA, "i64x2.extend_high_i32x4_u", "v128 -> v128"),
    I64X2_SHL(0xFD_CB, "i64x2.shl", "v128 i32 -> v128"),
    I64X2_SHR_S(0xFD_CC, "i64x2.shr_s", "v128 i32 -> v128"),
    I64X2_SHR_U(0xFD_CD, "i64x2.shr_u", "v128 i32 -> v128"),
    I64X2_ADD(0xFD_CE, "i64x2.add", "v128 v128 -> v128"),
    I64X2_SUB(0xFD_D1, "i64x2.sub", "v128 v128 -> v128"),
    I64X2_MUL(0xFD_D5, "i64x2.mul", "v128 v128 -> v128"),
    I64X2_EXTMUL_LOW_I32X4_S(0xFD_DC, "i64x2.extmul_low_i32x4_s", "v128 v128 -> v128"),
    I64X2_EXTMUL_HIGH_I32X4_S(0xFD_DD, "i64x2.extmul_high_i32x4_s", "v128 v128 -> v128"),
    I64X2_EXTMUL_LOW_I32X4_U(0xFD_DE, "i64x2.extmul_low_i32x4_u", "v128 v128 -> v128"),
    I64X2_EXTMUL_HIGH_I32X4_U(0xFD_DF, "i64x2.extmul_high_i32x4_u", "v128 v128 -> v128"),

    // f32x4 arithmetic
    F32X4_CEIL(0xFD_67, "f32x4.ceil", "v128 -> v128"),
    F32X4_FLOOR(0xFD_68, "f32x4.floor", "v128 -> v128"),
    F32X4_TRUNC(0xFD_69, "f32x4.trunc", "v128 -> v128"),
    F32X4_NEAREST(0xFD_6A, "f32x4.nearest", "v128 -> v128"),
    F32X4_ABS(0xFD_E0, "f32x4.abs", "v128 -> v128"),
    F32X4_NEG(0xFD_E1, "f32x4.neg", "v128 -> v128"),
    F32X4_SQRT(0xFD_E3, "f32x4.sqrt", "v128 -> v128"),
    F32X4_ADD(0xFD_E4, "f32x4.add", "v128 v128 -> v128"),
    F32X4_SUB(0xFD_E5, "f32x4.sub", "v128 v128 -> v128"),
    F32X4_MUL(0xFD_E6, "f32x4.mul", "v128 v128 -> v128"),
    F32X4_DIV(0xFD_E7, "f32x4.div", "v128 v128 -> v128"),
    F32X4_MIN(0xFD_E8, "f32x4.min", "v128 v128 -> v128"),
    F32X4_MAX(0xFD_E9, "f32x4.max", "v128 v128 -> v128"),
    F32X4_PMIN(0xFD_EA, "f32x4.pmin", "v128 v128 -> v128"),
    F32X4_PMAX(0xFD_EB, "f32x4.pmax", "v128 v128 -> v128"),

    // f64x2 arithmetic
    F64X2_CEIL(0xFD_74, "f64x2.ceil", "v128 -> v128"),
    F64X2_FLOOR(0xFD_75, "f64x2.floor", "v128 -> v128"),
    F64X2_TRUNC(0xFD_7A, "f64x2.trunc", "v128 -> v128"),
    F64X2_NEAREST(0xFD_94, "f64x2.nearest", "v128 -> v128"),
    F64X2_ABS(0xFD_EC, "f64x2.abs", "v128 -> v128"),
    F64X2_NEG(0xFD_ED, "f64x2.neg", "v128 -> v128"),
    F64X2_SQRT(0xFD_EF, "f64x2.sqrt", "v128 -> v128"),
    F64X2_ADD(0xFD_F0, "f64x2.add", "v128 v128 -> v128"),
    F64X2_SUB(0xFD_F1, "f64x2.sub", "v128 v128 -> v128"),
    F64X2_MUL(0xFD_F2, "f64x2.mul", "v128 v128 -> v128"),
    F64X2_DIV(0xFD_F3, "f64x2.div", "v128 v128 -> v128"),
    F64X2_MIN(0xFD_F4, "f64x2.min", "v128 v128 -> v128"),
    F64X2_MAX(0xFD_F5, "f64x2.max", "v128 v128 -> v128"),
    F64X2_PMIN(0xFD_F6, "f64x2.pmin", "v128 v128 -> v128"),
    F64X2_PMAX(0xFD_F7, "f64x2.pmax", "v128 v128 -> v128"),

    // Vectors: conversion
    I32X4_TRUNC_SAT_F32X4_S(0xFD_F8, "i32x4.trunc_sat_f32x4_s", "v128 -> v128"),
    I32X4_TRUNC_SAT_F32X4_U(0xFD_F9, "i32x4.trunc_sat_f32x4_u", "v128 -> v128"),
    F32X4_CONVERT_I32X4_S(0xFD_FA, "f32x4.convert_i32x4_s", "v128 -> v128"),
    F32X4_CONVERT_I32X4_U(0xFD_FB, "f32x4.convert_i32x4_u", "v128 -> v128"),
    I32X4_TRUNC_SAT_F64X2_S_ZERO(0xFD_FC, "i32x4.trunc_sat_f64x2_s_zero", "v128 -> v128"),
    I32X4_TRUNC_SAT_F64X2_U_ZERO(0xFD_FD, "i32x4.trunc_sat_f64x2_u_zero", "v128 -> v128"),
    F64X2_CONVERT_LOW_I32X4_S(0xFD_FE, "f64x2.convert_low_i32x4_s", "v128 -> v128"),
    F64X2_CONVERT_LOW_I32X4_U(0xFD_FF, "f64x2.convert_low_i32x4_u", "v128 -> v128"),
    F32X4_DEMOTE_F64X2_ZERO(0xFD_5E, "f32x4.demote_f64x2_zero", "v128 -> v128"),
    F64X2_PROMOTE_LOW_F32X4(0xFD_5F, "f64x2.promote_low_f32x4", "v128 -> v128"),

    // Threads: atomic access to shared memory (the alignment must be the natural one)
    MEMORY_ATOMIC_NOTIFY(0xFE_00, "memory.atomic.notify", MEMARG_32, "i32 i32 -> i32"),
    MEMORY_ATOMIC_WAIT32(0xFE_01, "memory.atomic.wait32", MEMARG_32, "i32 i32 i64 -> i32"),
    MEMORY_ATOMIC_WAIT64(0xFE_02, "memory.atomic.wait64", MEMARG_64, "i32 i64 i64 -> i32"),
    ATOMIC_FENCE(0xFE_03, "atomic.fence", ZERO, " -> "),
    I32_ATOMIC_LOAD(0xFE_10, "i32.atomic.load", MEMARG_32, "i32 -> i32"),
    I64_ATOMIC_LOAD(0xFE_11, "i64.atomic.load", MEMARG_64, "i32 -> i64"),
    I32_ATOMIC_LOAD8_U(0xFE_12, "i32.atomic.load8_u", MEMARG_8, "i32 -> i32"),
    I32_ATOMIC_LOAD16_U(0xFE_13, "i32.atomic.load16_u", MEMARG_16, "i32 -> i32"),
    I64_ATOMIC_LOAD8_U(0xFE_14, "i64.atomic.load8_u", MEMARG_8, "i32 -> i64"),
    I64_ATOMIC_LOAD16_U(0xFE_15, "i64.atomic.load16_u", MEMARG_16, "i32 -> i64"),
    I64_ATOMIC_LOAD32_U(0xFE_16, "i64.atomic.load32_u", MEMARG_32, "i32 -> i64"),
    I32_ATOMIC_STORE(0xFE_17, "i32.atomic.store", MEMARG_32, "i32 i32 -> "),
    I64_ATOMIC_STORE(0xFE_18, "i64.atomic.store", MEMARG_64, "i32 i64 -> "),
    I32_ATOMIC_STORE8(0xFE_19, "i32.atomic.store8", MEMARG_8, "i32 i32 -> "),
    I32_ATOMIC_STORE16(0xFE_1A, "i32.atomic.store16", MEMARG_16, "i32 i32 -> "),
    I64_ATOMIC_STORE8(0xFE_1B, "i64.atomic.store8", MEMARG_8, "i32 i64 -> "),
    I64_ATOMIC_STORE16(0xFE_1C, "i64.atomic.store16", MEMARG_16, "i32 i64 -> "),
    I64_ATOMIC_STORE32(0xFE_1D, "i64.atomic.store32", MEMARG_32, "i32 i64 -> "),
    I32_ATOMIC_RMW_ADD(0xFE_1E, "i32.atomic.rmw.add", MEMARG_32, "i32 i32 -> i32"),
    I64_ATOMIC_RMW_ADD(0xFE_1F, "i64.atomic.rmw.add", MEMARG_64, "i32 i64 -> i64"),
    I32_ATOMIC_RMW8_ADD_U(0xFE_20, "i32.atomic.rmw8.add_u", MEMARG_8, "i32 i32 -> i32"),
    I32_ATOMIC_RMW16_ADD_U(0xFE_21, "i32.atomic.rmw16.add_u", MEMARG_16, "i32 i32 -> i32"),
    I64_ATOMIC_RMW8_ADD_U(0xFE_22, "i64.atomic.rmw8.add_u", MEMARG_8, "i32 i64 -> i64"),
    I64_ATOMIC_RMW16_ADD_U(0xFE_23, "i64.atomic.rmw16.add_u", MEMARG_16, "i32 i64 -> i64"),
    I64_ATOMIC_RMW32_ADD_U(0xFE_24, "i64.atomic.rmw32.add_u", MEMARG_32, "i32 i64 -> i64"),
    I32_ATOMIC_RMW_SUB(0xFE_25, "i32.atomic.rmw.sub", MEMARG_32, "i32 i32 -> i32"),
    I64_ATOMIC_RMW_SUB(0xFE_26, "i64.atomic.rmw.sub", MEMARG_64, "i32 i64 -> i64"),
    I32_ATOMIC_RMW8_SUB_U(0xFE_27, "i32.atomic.rmw8.sub_u", MEMARG_8, "i32 i32 -> i32"),
    I32_ATOMIC_RMW16_SUB_U(0xFE_28, "i32.atomic.rmw16.sub_u", MEMARG_16, "i32 i32 -> i32"),
    I64_ATOMIC_RMW8_SUB_U(0xFE_29, "i64.atomic.rmw8.sub_u", MEMARG_8, "i32 i64 -> i64"),
    I64_ATOMIC_RMW16_SUB_U(0xFE_2A, "i64.atomic.rmw16.sub_u", MEMARG_16, "i32 i64 -> i64"),
    I64_ATOMIC_RMW32_SUB_U(0xFE_2B, "i64.atomic.rmw32.sub_u", MEMARG_32, "i32 i64 -> i64"),
    I32_ATOMIC_RMW_AND(0xFE_2C, "i32.atomic.rmw.and", MEMARG_32, "i32 i32 -> i32"),
    I64_ATOMIC_RMW_AND(0xFE_2D, "i64.atomic.rmw.and", MEMARG_64, "i32 i64 -> i64"),
    I32_ATOMIC_RMW8_AND_U(0xFE_2E, "i32.atomic.rmw8.and_u", MEMARG_8, "i32 i32 -> i32"),
    I32_ATOMIC_RMW16_AND_U(0xFE_2F, "i32.atomic.rmw16.and_u", MEMARG_16, "i32 i32 -> i32"),
    I64_ATOMIC_RMW8_AND_U(0xFE_30, "i64.atomic.rmw8.and_u", MEMARG_8, "i32 i64 -> i64"),
    I64_ATOMIC_RMW16_AND_U(0xFE_31, "i64.atomic.rmw16.and_u", MEMARG_16, "i32 i64 -> i64"),
    I64_ATOMIC_RMW32_AND_U(0xFE_32, "i64.atomic.rmw32.and_u", MEMARG_32, "i32 i64 -> i64"),
    I32_ATOMIC_RMW_OR(0xFE_33, "i32.atomic.rmw.or", MEMARG_32, "i32 i32 -> i32"),
    I64_ATOMIC_RMW_OR(0xFE_34, "i64.atomic.rmw.or", MEMARG_64, "i32 i64 -> i64"),
    I32_ATOMIC_RMW8_OR_U(0xFE_35, "i32.atomic.rmw8.or_u", MEMARG_8, "i32 i32 -> i32"),
    I32_ATOMIC_RMW16_OR_U(0xFE_36, "i32.atomic.rmw16.or_u", MEMARG_16, "i32 i32 -> i32"),
    I64_ATOMIC_RMW8_OR_U(0xFE_37, "i64.atomic.rmw8.or_u", MEMARG_8, "i32 i64 -> i64"),
    I64_ATOMIC_RMW16_OR_U(0xFE_38, "i64.atomic.rmw16.or_u", MEMARG_16, "i32 i64 -> i64"),
    I64_ATOMIC_RMW32_OR_U(0xFE_39, "i64.atomic.rmw32.or_u", MEMARG_32, "i32 i64 -> i64"),
    I32_ATOMIC_RMW_XOR(0xFE_3A, "i32.atomic.rmw.xor", MEMARG_32, "i32 i32 -> i32"),
    I64_ATOMIC_RMW_XOR(0xFE_3B, "i64.atomic.rmw.xor", MEMARG_64, "i32 i64 -> i64"),
    I32_ATOMIC_RMW8_XOR_U(0xFE_3C, "i32.atomic.rmw8.xor_u", MEMARG_8, "i32 i32 -> i32"),
    I32_ATOMIC_RMW16_XOR_U(0xFE_3D, "i32.atomic.rmw16.xor_u", MEMARG_16, "i32 i32 -> i32"),
    I64_ATOMIC_RMW8_XOR_U(0xFE_3E, "i64.atomic.rmw8.xor_u", MEMARG_8, "i32 i64 -> i64"),
    I64_ATOMIC_RMW16_XOR_U(0xFE_3F, "i64.atomic.rmw16.xor_u", MEMARG_16, "i32 i64 -> i64"),
    I64_ATOMIC_RMW32_XOR_U(0xFE_40, "i64.atomic.rmw32.xor_u", MEMARG_32, "i32 i64 -> i64"),
    I32_ATOMIC_RMW_XCHG(0xFE_41, "i32.atomic.rmw.xchg", MEMARG_32, "i32 i32 -> i32"),
    I64_ATOMIC_RMW_XCHG(0xFE_42, "i64.atomic.rmw.xchg", MEMARG_64, "i32 i64 -> i64"),
    I32_ATOMIC_RMW8_XCHG_U(0xFE_43, "i32.atomic.rmw8.xchg_u", MEMARG_8, "i32 i32 -> i32"),
    I32_ATOMIC_RMW16_XCHG_U(0xFE_44, "i32.atomic.rmw16.xchg_u", MEMARG_16, "i32 i32 -> i32"),
    I64_ATOMIC_RMW8_XCHG_U(0xFE_45, "i64.atomic.rmw8.xchg_u", MEMARG_8, "i32 i64 -> i64"),
    I64_ATOMIC_RMW16_XCHG_U(0xFE_46, "i64.atomic.rmw16.xchg_u", MEMARG_16, "i32 i64 -> i64"),
    I64_ATOMIC_RMW32_XCHG_U(0xFE_47, "i64.atomic.rmw32.xchg_u", MEMARG_32, "i32 i64 -> i64"),
    I32_ATOMIC_RMW_CMPXCHG(0xFE_48, "i32.atomic.rmw.cmpxchg", MEMARG_32, "i32 i32 i32 -> i32"),
    I64_ATOMIC_RMW_CMPXCHG(0xFE_49, "i64.atomic.rmw.cmpxchg", MEMARG_64, "i32 i64 i64 -> i64"),
    I32_ATOMIC_RMW8_CMPXCHG_U(0xFE_4A, "i32.atomic.rmw8.cmpxchg_u", MEMARG_8, "i32 i32 i32 -> i32"),
    I32_ATOMIC_RMW16_CMPXCHG_U(0xFE_4B, "i32.atomic.rmw16.cmpxchg_u", MEMARG_16, "i32 i32 i32 -> i32"),
    I64_ATOMIC_RMW8_CMPXCHG_U(0xFE_4C, "i64.atomic.rmw8.cmpxchg_u", MEMARG_8, "i32 i64 i64 -> i64"),
    I64_ATOMIC_RMW16_CMPXCHG_U(0xFE_4D, "i64.atomic.rmw16.cmpxchg_u", MEMARG_16, "i32 i64 i64 -> i64"),
    I64_ATOMIC_RMW32_CMPXCHG_U(0xFE_4E, "i64.atomic.rmw32.cmpxchg_u", MEMARG_32, "i32 i64 i64 -> i64");

    /** The opcode: one byte, or a prefix byte and a number below 256. */
    final int opcode;
    /** The name in the specification and in listings, as "f32x4.add". */
    final String text;
    /** What follows the opcode. */
    final Operand operand;
    /** What is popped and pushed; empty if {@link #varies}. */
    final Signature signature;
    /** Whether the types depend on the operand or on the stack. */
    final boolean varies;

    Instruction(int opcode, String text) {
        this(opcode, text, NONE);
    }

    Instruction(int opcode, String text, String signature) {
        this(opcode, text, NONE, signature);
    }

    Instruction(int opcode, String text, Operand operand) {
        this(opcode, text, operand, Signature.EMPTY, true);
    }

    Instruction(int opcode, String text, Operand operand, String signature) {
        this(opcode, text, operand, Signature.parse(signature), false);
    }

    Instruction(int opcode, String text, Operand operand, Signature signature, boolean varies) {
        this.opcode = opcode;
        this.text = text;
        this.operand = operand;
        this.signature = signature;
        this.varies = varies;
    }

    /** The name in the specification, as "f32x4.add". */
    public String text() {
        return text;
    }

    /** What follows the opcode. */
    public Operand operand() {
        return operand;
    }

    /** What is popped and pushed; empty where that depends on the operand or on the stack. */
    public Signature signature() {
        return signature;
    }

    /** Whether threads see its effect as a whole. */
    boolean isAtomic() {
        return opcode >= 0xFE_00;
    }

    void write(Bytes out) {
        if (opcode < 0x100) {
            out.u8(opcode);
        } else {
            out.u8(opcode >> 8).u32(opcode & 0xFF);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
