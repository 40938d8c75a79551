package io.artrec;

import io.artrec.behavior.History;
import io.artrec.filter.Filter;

/** Two filters that must both accept. */
record AllOf(Filter first, Filter second) implements Filter {
  static Filter of(Filter first, Filter second) {
    return new AllOf(first, second);
  }

  @Override
  public boolean accepts(Subject subject) {
    return first.accepts(subject) && second.accepts(subject);
  }

  @Override
  public String description() {
    return first.description() + " and " + second.description();
  }

  @Override
  public Filter prepare(History history) {
    return new AllOf(first.prepare(history), second.prepare(history));
  }
}
