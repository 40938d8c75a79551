package io.artrec.strategy;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How those who ask are divided into groups by what is known of them, so that a strategy can learn
 * for each group: by how much they did, by the language of the request, by a tag of the
 * application's own, or by all of these together. The groups are few and named beforehand, so that
 * no request makes another one. Immutable and thread-safe.
 */
public final class Segments {
  /** The most groups there may be. */
  public static final int MOST = 256;

  private static final String OTHER = "other";
  private static final Segments NONE = new Segments(0, 0, List.of(), List.of());

  private final int some;
  private final int many;
  private final List<String> languages;
  private final List<String> tags;

  private Segments(int some, int many, List<String> languages, List<String> tags) {
    this.some = some;
    this.many = many;
    this.languages = List.copyOf(languages);
    this.tags = List.copyOf(tags);
    if (names().size() > MOST) {
      throw new IllegalArgumentException(
          "askers are divided into " + names().size() + " groups, expected at most " + MOST);
    }
  }

  /**
   * Returns one group of all, {@value DrawnAnswer#ALL}.
   *
   * @return no division
   */
  public static Segments none() {
    return NONE;
  }

  /**
   * Returns this division with one by events: {@code new}, {@code some} and {@code many}.
   *
   * @param fromSome from how many events on somebody has done some, 1 or more
   * @param fromMany from how many on it is many, more than that
   * @return the finer division
   */
  public Segments history(int fromSome, int fromMany) {
    if (fromSome < 1 || fromMany <= fromSome) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "some are %d events and many %d, expected 1 or more, and more than that",
              fromSome,
              fromMany));
    }
    return new Segments(fromSome, fromMany, languages, tags);
  }

  /**
   * Returns this division with one by the language of the request.
   *
   * @param codes languages of ISO 639, as {@code zh}; all others are one group, {@code other}
   * @return the finer division
   */
  public Segments languages(String... codes) {
    return new Segments(some, many, checked("language", codes), tags);
  }

  /**
   * Returns this division with one by the tag of the request ({@code
   * RecommendationRequest.Builder.tag}).
   *
   * @param names tags; all others, and requests without one, are one group, {@code other}
   * @return the finer division
   */
  public Segments tags(String... names) {
    return new Segments(some, many, languages, checked("tag", names));
  }

  private static List<String> checked(String what, String... names) {
    List<String> all = Arrays.asList(names);
    for (String name : all) {
      if (name.isBlank()
          || name.contains("/")
          || name.equals(OTHER)
          || all.indexOf(name) != all.lastIndexOf(name)) {
        throw new IllegalArgumentException(
            what
                + " '"
                + name
                + "' of "
                + all
                + ": expected distinct names without '/', not 'other'");
      }
    }
    return all;
  }

  /**
   * Returns all groups.
   *
   * @return their names, at most {@link #MOST}
   */
  public List<String> names() {
    List<String> names = List.of("");
    if (many > 0) {
      names = joined(names, List.of("new", "some", "many"));
    }
    if (!languages.isEmpty()) {
      names = joined(names, and(languages, OTHER));
    }
    if (!tags.isEmpty()) {
      names = joined(names, and(tags, OTHER));
    }
    return names.size() == 1 ? List.of(DrawnAnswer.ALL) : names;
  }

  private static List<String> and(List<String> names, String last) {
    List<String> longer = new ArrayList<>(names);
    longer.add(last);
    return longer;
  }

  private static List<String> joined(List<String> names, List<String> more) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      more.forEach(next -> all.add(name.isEmpty() ? next : name + "/" + next));
    }
    return all;
  }

  /**
   * Returns the group of somebody who asks.
   *
   * @param query who asks
   * @return one of {@link #names}
   */
  public String of(Query query) {
    List<String> parts = new ArrayList<>();
    if (many > 0) {
      int events = query.history().size();
      parts.add(events < some ? "new" : events < many ? "some" : "many");
    }
    if (!languages.isEmpty()) {
      String language = query.circumstances().language().getLanguage();
      parts.add(languages.contains(language) ? language : OTHER);
    }
    if (!tags.isEmpty()) {
      parts.add(query.circumstances().tag().filter(tags::contains).orElse(OTHER));
    }
    return parts.isEmpty() ? DrawnAnswer.ALL : String.join("/", parts);
  }

  void save(StateWriter out) {
    out.putLong("segmentsSome", some);
    out.putLong("segmentsMany", many);
    out.putStrings("segmentsLanguages", languages);
    out.putStrings("segmentsTags", tags);
  }

  static Segments read(StateReader in) {
    int some = in.getCount("segmentsSome", Integer.MAX_VALUE);
    int many = in.getCount("segmentsMany", Integer.MAX_VALUE);
    List<String> languages = in.getStrings("segmentsLanguages");
    List<String> tags = in.getStrings("segmentsTags");
    return new Segments(some, many, languages, tags);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Segments that
        && some == that.some
        && many == that.many
        && languages.equals(that.languages)
        && tags.equals(that.tags);
  }

  @Override
  public int hashCode() {
    return List.of(some, many, languages, tags).hashCode();
  }

  @Override
  public String toString() {
    return String.join("|", names());
  }
}
