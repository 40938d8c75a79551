package io.artrec.djl.causal;

/** What a causal model's {@code forward} takes before the past keys and values. */
public enum CausalInput {
  /** Token identities, int64 [rows × tokens]. */
  IDS,
  /** Where these tokens stand, from 0, int64 [rows × tokens]. */
  POSITIONS,
  /** Ones, int64 [rows × (past + tokens)]. */
  MASK
}
