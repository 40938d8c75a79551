package io.artrec.filter;

import io.artrec.behavior.History;
import java.util.Objects;

/** Accepts what another filter rejects. */
record Not(Filter rejected) implements Filter {
  Not {
    Objects.requireNonNull(rejected, "rejected");
  }

  @Override
  public boolean accepts(Subject subject) {
    return !rejected.accepts(subject);
  }

  @Override
  public String description() {
    boolean composed = rejected instanceof AllOf || rejected instanceof AnyOf;
    return composed ? "not (" + rejected.description() + ")" : "not " + rejected.description();
  }

  @Override
  public boolean isByRecord() {
    return rejected.isByRecord();
  }

  @Override
  public Filter prepare(History history) {
    return new Not(rejected.prepare(history));
  }

  @Override
  public String toString() {
    return description();
  }
}
