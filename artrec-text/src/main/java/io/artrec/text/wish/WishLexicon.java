package io.artrec.text.wish;

import io.artrec.text.mood.MoodLexicon;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words of wishes, read from the lists in this package's resources. Immutable. */
final class WishLexicon {
  /** What sort of word it is: the heads of sections in the lists. */
  enum Kind {
    MEDIUM,
    SUPPORT,
    STYLE,
    GENRE,
    COLOR,
    MOOD,
    SIZE,
    SHAPE,
    PRICING,
    WHERE,
    CITY,
    PERIOD,
    ARTIST,
    WORK,
    NOT,
    EXCEPT,
    AFFIRM,
    BOUND,
    TIME,
    UNIT,
    CURRENCY,
    SIDE,
    TIMES,
    COMPARE,
    DEGREE,
    LIKE,
    BY,
    COUNT,
    PURPOSE,
    JOIN,
    OUTSIDE,
    FILLER
  }

  /**
   * A meaning of words.
   *
   * @param kind what sort
   * @param value what the words stand for
   * @param detail what else the list says, or nothing
   */
  record Sense(Kind kind, String value, String detail) {}

  /**
   * What something is called.
   *
   * @param english one or more names
   * @param chinese any number
   */
  record Names(List<String> english, List<String> chinese) {
    Names {
      english = List.copyOf(english);
      chinese = List.copyOf(chinese);
    }
  }

  private static final List<String> FILES =
      List.of(
          "media.txt",
          "genres.txt",
          "styles.txt",
          "colors.txt",
          "moods.txt",
          "sizes.txt",
          "places.txt",
          "periods.txt",
          "artists.txt",
          "works.txt",
          "grammar.txt",
          "fillers.txt");

  private static final Set<Kind> CODED =
      Set.of(
          Kind.NOT,
          Kind.EXCEPT,
          Kind.AFFIRM,
          Kind.BOUND,
          Kind.TIME,
          Kind.UNIT,
          Kind.CURRENCY,
          Kind.SIDE,
          Kind.TIMES,
          Kind.COMPARE,
          Kind.DEGREE,
          Kind.LIKE,
          Kind.BY,
          Kind.COUNT,
          Kind.PURPOSE,
          Kind.OUTSIDE,
          Kind.JOIN);

  private static final int MOST_MOOD_WORDS = 1;
  private static final int MOST_MOOD_CHARACTERS = 4;
  private static final int MOST_MOOD_LETTERS = 32;

  private static final Set<Kind> CORRECTED =
      Set.of(Kind.MEDIUM, Kind.SUPPORT, Kind.STYLE, Kind.GENRE, Kind.COLOR, Kind.ARTIST, Kind.MOOD);

  private static final Set<Kind> COUNTABLE =
      Set.of(Kind.MEDIUM, Kind.GENRE, Kind.STYLE, Kind.COLOR);

  private final Map<String, List<Sense>> senses;
  private final Map<Kind, Map<String, Names>> names;
  private final Map<String, Integer> longest = new HashMap<>();

  private WishLexicon(Map<String, List<Sense>> senses, Map<Kind, Map<String, Names>> names) {
    this.senses = senses;
    this.names = names;
    for (String key : senses.keySet()) {
      if (!key.isEmpty()) {
        longest.merge(WishText.firstUnit(key), WishText.units(key), Math::max);
      }
    }
  }

  /** The words that come with the library. */
  static WishLexicon standard() {
    return Standard.LEXICON;
  }

  private static final class Standard {
    static final WishLexicon LEXICON = bundled();
  }

  private static WishLexicon bundled() {
    Map<String, List<Sense>> senses = new HashMap<>();
    Map<Kind, Map<String, Names>> names = new EnumMap<>(Kind.class);
    for (String file : FILES) {
      Kind kind = Kind.FILLER;
      for (String line : lines(file)) {
        if (line.startsWith("[")) {
          kind = Kind.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
        } else {
          read(kind, line.split("\\|", -1), senses, names);
        }
      }
    }
    return new WishLexicon(senses, names);
  }

  static List<String> lines(String file) {
    try (InputStream in = Objects.requireNonNull(WishLexicon.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file + " from the library's jar", e);
    }
  }

  private static void read(
      Kind kind,
      String[] cells,
      Map<String, List<Sense>> senses,
      Map<Kind, Map<String, Names>> names) {
    boolean coded = CODED.contains(kind);
    boolean nameless = cells[0].startsWith("=");
    List<String> english = list(nameless ? cells[0].substring(1) : cells[coded ? 1 : 0]);
    List<String> chinese = list(cells[coded ? 2 : 1]);
    String value = coded ? cells[0].strip() : kind == Kind.FILLER ? "" : english.get(0);
    String detail = !coded && cells.length > 2 ? cells[2].strip() : "";
    Sense sense = new Sense(kind, value, detail);
    if (kind != Kind.FILLER && !english.isEmpty()) {
      names
          .computeIfAbsent(kind, unused -> new LinkedHashMap<>())
          .put(value, new Names(english, chinese));
    }
    for (String name : nameless ? english.subList(1, english.size()) : english) {
      add(senses, WishText.key(name), sense);
      if (COUNTABLE.contains(kind)) {
        add(senses, WishText.key(name + "s"), sense);
      }
    }
    chinese.forEach(name -> add(senses, WishText.key(name), sense));
  }

  private static void add(Map<String, List<Sense>> senses, String key, Sense sense) {
    List<Sense> known = senses.computeIfAbsent(key, unused -> new ArrayList<>(1));
    if (!key.isEmpty() && !known.contains(sense)) {
      known.add(sense);
    }
  }

  private static List<String> list(String cell) {
    return List.of(cell.strip().split("\\s*;\\s*", -1)).stream()
        .filter(name -> !name.isBlank())
        .toList();
  }

  /** This lexicon that also knows artists, by their names. */
  WishLexicon withArtists(List<String> artists) {
    Map<String, List<Sense>> more = new HashMap<>();
    senses.forEach((key, list) -> more.put(key, new ArrayList<>(list)));
    Map<Kind, Map<String, Names>> moreNames = new EnumMap<>(names);
    moreNames.put(Kind.ARTIST, new LinkedHashMap<>(names(Kind.ARTIST)));
    for (String artist : artists) {
      String key = WishText.key(artist);
      boolean known =
          key.isEmpty()
              || more.getOrDefault(key, List.of()).stream()
                  .anyMatch(sense -> sense.kind() == Kind.ARTIST);
      if (!known) {
        add(more, key, new Sense(Kind.ARTIST, artist, ""));
        Objects.requireNonNull(moreNames.get(Kind.ARTIST))
            .putIfAbsent(artist, new Names(List.of(artist), List.of()));
      }
    }
    return new WishLexicon(more, moreNames);
  }

  /** What words mean; those of no list may be words of mood. */
  List<Sense> senses(String key) {
    List<Sense> listed = senses.get(key);
    if (listed != null || key.endsWith("的") || key.endsWith("地")) {
      return listed == null ? List.of() : listed;
    }
    if (key.length() > MOST_MOOD_LETTERS || key.indexOf(' ') >= 0) {
      return List.of();
    }
    return MoodLexicon.standard()
        .mood(key)
        .map(mood -> List.of(new Sense(Kind.MOOD, mood.name(), "")))
        .orElse(List.of());
  }

  /** Corrects words of the lists and names of subjects. */
  Spelling spelling() {
    return Spellings.STANDARD;
  }

  private static final class Spellings {
    static final Spelling STANDARD = new Spelling(words());

    private static Set<String> words() {
      Set<String> words = new TreeSet<>();
      standard()
          .senses
          .forEach(
              (key, senses) -> {
                if (senses.stream().anyMatch(sense -> CORRECTED.contains(sense.kind()))) {
                  words.add(key);
                }
              });
      for (Subject subject : SubjectTree.standard().subjects()) {
        words.addAll(subject.names(Locale.ENGLISH));
      }
      return words;
    }
  }

  /** What something is called, where the lists have it. */
  Optional<Names> names(Kind kind, String value) {
    return Optional.ofNullable(names(kind).get(value));
  }

  Map<String, Names> names(Kind kind) {
    return names.getOrDefault(kind, Map.of());
  }

  /** The most units that words have which begin with one. */
  int longest(WishText.Unit first) {
    int moods =
        switch (first.type()) {
          case WORD -> MOST_MOOD_WORDS;
          case HAN -> MOST_MOOD_CHARACTERS;
          case NUMBER, SIGN -> 0;
        };
    return Math.max(moods, longest.getOrDefault(first.text(), 0));
  }
}
