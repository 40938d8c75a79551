package io.artrec.filter;

import io.artrec.behavior.History;
import java.util.List;
import java.util.stream.Collectors;

/** Accepts what every part accepts; without parts, everything. */
record AllOf(List<Filter> parts) implements Filter {
  AllOf {
    parts = List.copyOf(parts);
  }

  @Override
  public boolean accepts(Subject subject) {
    for (Filter part : parts) {
      if (!part.accepts(subject)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String description() {
    return parts.isEmpty()
        ? "anything"
        : parts.stream().map(AllOf::inParentheses).collect(Collectors.joining(" and "));
  }

  @Override
  public List<Filter> conditions() {
    return parts.stream().flatMap(part -> part.conditions().stream()).toList();
  }

  @Override
  public boolean isByRecord() {
    return parts.stream().allMatch(Filter::isByRecord);
  }

  @Override
  public Filter prepare(History history) {
    return new AllOf(parts.stream().map(part -> part.prepare(history)).toList());
  }

  private static String inParentheses(Filter part) {
    return part instanceof AnyOf ? "(" + part.description() + ")" : part.description();
  }

  @Override
  public String toString() {
    return description();
  }
}
