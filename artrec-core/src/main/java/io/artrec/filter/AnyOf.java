package io.artrec.filter;

import io.artrec.behavior.History;
import java.util.List;
import java.util.stream.Collectors;

/** Accepts what any of its parts accepts; without parts, nothing. */
record AnyOf(List<Filter> parts) implements Filter {
  AnyOf {
    parts = List.copyOf(parts);
  }

  @Override
  public boolean accepts(Subject subject) {
    for (Filter part : parts) {
      if (part.accepts(subject)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String description() {
    return parts.isEmpty()
        ? "nothing"
        : parts.stream().map(AnyOf::inParentheses).collect(Collectors.joining(" or "));
  }

  @Override
  public boolean isByRecord() {
    return parts.stream().allMatch(Filter::isByRecord);
  }

  @Override
  public Filter prepare(History history) {
    return new AnyOf(parts.stream().map(part -> part.prepare(history)).toList());
  }

  private static String inParentheses(Filter part) {
    return part instanceof AllOf ? "(" + part.description() + ")" : part.description();
  }

  @Override
  public String toString() {
    return description();
  }
}
