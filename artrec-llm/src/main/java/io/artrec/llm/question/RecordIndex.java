package io.artrec.llm.question;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.llm.question.Mention.Kind;
import io.artrec.text.fact.NameList;
import io.artrec.text.fact.internal.RecordWords;
import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the records of a catalogue name, by its words: titles, makers, movements and so on, in both
 * languages where the library knows both, and subjects by the tree. Immutable and thread-safe.
 */
final class RecordIndex {
  private static final int LONGEST = 32;
  private static final int LONGEST_PART = 6;
  private static final int SHORTEST_SURNAME = 3;
  private static final Set<String> NO_SURNAMES =
      Set.of("elder", "younger", "artist", "workshop", "ii", "iii");
  private static final Set<String> NO_PARTS = Set.of("on", "in", "and", "of", "the", "with", "to");

  /** Fields of one value, whose words say the same in each. */
  private static final Set<Kind> VALUES =
      EnumSet.of(Kind.MOVEMENT, Kind.GENRE, Kind.MEDIUM, Kind.TECHNIQUE);

  private final Catalog catalog;
  private final Map<Kind, Map<String, BitSet>> byWords = new EnumMap<>(Kind.class);
  private final Map<Subject, BitSet> bySubject = new HashMap<>();
  private final SubjectFinder finder = SubjectFinder.standard();

  RecordIndex(Catalog catalog) {
    this.catalog = catalog;
    live().stream().forEach(work -> add(catalog.get(work), work));
  }

  Catalog catalog() {
    return catalog;
  }

  /** The works that are not withdrawn. */
  BitSet live() {
    BitSet live = new BitSet();
    live.set(0, catalog.size());
    live.andNot(catalog.withdrawn());
    return live;
  }

  boolean isLive(Artwork artwork) {
    return !catalog.isWithdrawn(catalog.indexOf(artwork.id()).orElseThrow());
  }

  private void add(Artwork artwork, int work) {
    title(artwork.title(), work);
    artwork.artists().forEach(credit -> maker(credit, work));
    artwork.movements().forEach(movement -> value(Kind.MOVEMENT, movement, work));
    artwork.genre().ifPresent(genre -> value(Kind.GENRE, genre, work));
    artwork.medium().ifPresent(medium -> value(Kind.MEDIUM, medium, work));
    artwork.medium().ifPresent(medium -> parts(Kind.MEDIUM, medium, work));
    artwork.genre().ifPresent(genre -> parts(Kind.GENRE, genre, work));
    artwork.techniques().forEach(technique -> value(Kind.TECHNIQUE, technique, work));
    artwork.attributes().forEach((name, values) -> values.forEach(value -> attribute(value, work)));
    for (FoundSubject found : finder.find(artwork)) {
      if (artwork.subjects().isEmpty() || found.mention().field() == FoundSubject.Field.SUBJECTS) {
        subject(found.subject(), work);
      }
    }
  }

  private Map<String, BitSet> words(Kind kind) {
    return byWords.getOrDefault(kind, Map.of());
  }

  private void put(Kind kind, String words, int work) {
    String key = Token.key(words);
    if (!key.isEmpty()) {
      byWords
          .computeIfAbsent(kind, unused -> new HashMap<>())
          .computeIfAbsent(key, unused -> new BitSet())
          .set(work);
    }
  }

  private void title(String title, int work) {
    put(Kind.TITLE, title, work);
    String main = title.replaceAll("\\s*[(:（：].*", "");
    put(Kind.TITLE, main, work);
    put(Kind.TITLE, main.replaceFirst("(?i)^(?:the|a|an) ", ""), work);
  }

  private void maker(ArtistCredit credit, int work) {
    String name = credit.name();
    String plain = name.replaceAll("\\s*[(（].*", "");
    NameList.standard().names(plain).forEach(other -> put(Kind.MAKER, other, work));
    put(Kind.MAKER, name, work);
    put(Kind.MAKER, plain, work);
    String[] parts = plain.split("[\\s·]+", -1);
    String last = parts[parts.length - 1];
    if (last.length() >= SHORTEST_SURNAME && !NO_SURNAMES.contains(last.toLowerCase(Locale.ROOT))) {
      put(Kind.MAKER, last, work);
    }
  }

  private void value(Kind kind, String value, int work) {
    for (String name : RecordWords.standard().names(value)) {
      put(kind, name, work);
      if (name.endsWith("ism")) {
        put(kind, name.replaceFirst("m$", "t"), work);
      }
    }
    put(kind, value, work);
    if (value.endsWith("ism")) {
      put(kind, value.replaceFirst("m$", "t"), work);
    }
  }

  /** Every run of words of a value, but for runs that begin or end with small words. */
  private void parts(Kind kind, String value, int work) {
    List<Token> all = Token.of(value);
    List<Token> tokens = all.subList(0, Math.min(all.size(), LONGEST));
    for (int from = 0; from < tokens.size(); from++) {
      for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST_PART); to++) {
        List<Token> part = tokens.subList(from, to);
        boolean single = part.size() == 1 && part.get(0).isHan();
        if (!single
            && !NO_PARTS.contains(part.get(0).word())
            && !NO_PARTS.contains(part.get(part.size() - 1).word())) {
          boolean han = part.get(0).isHan();
          String words = han ? Token.key(part).replace(" ", "") : Token.key(part);
          RecordWords.standard().names(words).forEach(name -> put(kind, name, work));
          put(kind, words, work);
        }
      }
    }
  }

  private void attribute(String value, int work) {
    put(Kind.ATTRIBUTE, value, work);
    for (String part : value.split("[,，;；]\\s*", -1)) {
      NameList.standard().names(part.strip()).forEach(name -> put(Kind.ATTRIBUTE, name, work));
      put(Kind.ATTRIBUTE, part.replaceFirst("(?i)^the ", ""), work);
      RecordWords.standard().names(part).forEach(name -> put(Kind.ATTRIBUTE, name, work));
    }
  }

  private void subject(Subject subject, int work) {
    bySubject.computeIfAbsent(subject, unused -> new BitSet()).set(work);
    for (Subject above : finder.tree().ancestors(subject)) {
      bySubject.computeIfAbsent(above, unused -> new BitSet()).set(work);
    }
  }

  /**
   * Finds what the tokens from a position on name: the longest, of equals by the order of kinds.
   *
   * @param tokens a question's
   * @param from the position
   * @param kinds what may be named
   */
  Optional<Mention> at(List<Token> tokens, int from, EnumSet<Kind> kinds) {
    for (int length = Math.min(LONGEST, tokens.size() - from); length > 0; length--) {
      List<Token> run = tokens.subList(from, from + length);
      Optional<Mention> mention = named(run, kinds);
      if (mention.isPresent()) {
        return mention;
      }
    }
    return Optional.empty();
  }

  /** What a run of tokens names; works that any of the fields of one value has it in. */
  private Optional<Mention> named(List<Token> run, EnumSet<Kind> kinds) {
    Optional<Mention> found = Optional.empty();
    for (Kind kind : kinds) {
      boolean value = VALUES.contains(kind);
      if (found.isPresent() && !value) {
        return found;
      }
      Optional<BitSet> works =
          kind == Kind.SUBJECT
              ? showing(run)
              : named(kind, run).filter(unused -> isNamed(kind, run));
      if (works.isPresent()) {
        BitSet all = (BitSet) works.get().clone();
        found.ifPresent(earlier -> all.or(earlier.works()));
        found = Optional.of(new Mention(found.map(Mention::kind).orElse(kind), run.size(), all));
        if (!value) {
          return found;
        }
      }
    }
    return found;
  }

  private Optional<BitSet> named(Kind kind, List<Token> run) {
    Map<String, BitSet> words = words(kind);
    String key = Token.key(run);
    BitSet works = words.get(key);
    if (works == null && key.endsWith("s") && kind != Kind.TITLE && kind != Kind.MAKER) {
      works = words.get(key.substring(0, key.length() - 1));
    }
    return Optional.ofNullable(works);
  }

  /** A title or a maker of one word is one where it is written as a name. */
  private static boolean isNamed(Kind kind, List<Token> run) {
    boolean name = kind == Kind.TITLE || kind == Kind.MAKER;
    boolean oneHan = run.size() == 1 && run.get(0).isHan();
    return !name || (!oneHan && run.stream().anyMatch(Token::capital)) || run.size() > 2;
  }

  private Optional<BitSet> showing(List<Token> run) {
    boolean han = run.get(0).isHan();
    if (run.size() > LONGEST_PART) {
      return Optional.empty();
    }
    String words = han ? Token.key(run).replace(" ", "") : Token.key(run);
    List<Subject> named = finder.tree().named(words, han ? Locale.CHINESE : Locale.ENGLISH);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    BitSet works = new BitSet();
    named.forEach(subject -> works.or(bySubject.getOrDefault(subject, new BitSet())));
    return Optional.of(works);
  }

  /** All titles that a question names, the longest at each place, and the words around them. */
  Named titles(String question) {
    List<Token> tokens = Token.of(question);
    List<BitSet> named = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    for (int at = 0; at < tokens.size(); ) {
      Optional<Mention> title = at(tokens, at, EnumSet.of(Kind.TITLE));
      if (title.isPresent()) {
        named.add(title.get().works());
        at += title.get().length();
        rest.append(" · ");
      } else {
        Token token = tokens.get(at++);
        rest.append(token.isHan() ? token.word() : " " + token.word() + " ");
      }
    }
    return new Named(named, rest.toString().replaceAll(" +", " ").strip());
  }

  /**
   * Titles in a question.
   *
   * @param works for each title, the works that have it
   * @param rest the other words in lower case, with a point in the place of each title
   */
  record Named(List<BitSet> works, String rest) {}
}
