package io.artrec.eval.split;

/** The splitters there are. */
public final class Splits {
  private Splits() {}
}
