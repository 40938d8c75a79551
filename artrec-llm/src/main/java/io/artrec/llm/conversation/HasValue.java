package io.artrec.llm.conversation;

import io.artrec.catalog.Artwork;
import io.artrec.elicitation.ArtworkAspect;
import io.artrec.filter.Filter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Works whose records have some values of an aspect, or others than these. */
final class HasValue implements Filter {
  private final ArtworkAspect aspect;
  private final List<String> values;
  private final boolean others;

  HasValue(ArtworkAspect aspect, List<String> values, boolean others) {
    this.aspect = aspect;
    this.values = values.stream().map(HasValue::key).toList();
    this.others = others;
  }

  private static String key(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean accepts(Subject subject) {
    List<Artwork> work = List.of(subject.artwork());
    List<String> stated = aspect.values(work).get(0).stream().map(HasValue::key).toList();
    boolean has = stated.stream().anyMatch(values::contains);
    return others ? !has && !stated.isEmpty() : has;
  }

  @Override
  public boolean isByRecord() {
    return true;
  }

  @Override
  public String description() {
    return aspect.name()
        + (others ? " not " : " ")
        + values.stream().collect(Collectors.joining(" or "));
  }
}
