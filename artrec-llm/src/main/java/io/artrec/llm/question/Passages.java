package io.artrec.llm.question;

import io.artrec.catalog.Artwork;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.question.Mention.Kind;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.SentenceSplitter;
import io.artrec.text.search.CatalogSearch;
import io.artrec.text.search.SearchResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what records say about a question, and the sentence that says most of it. Immutable and
 * thread-safe.
 */
final class Passages {
  /** The least share of what a question's words tell that a record must have to be quoted. */
  static final double SUPPORT = 0.5;

  private static final int FOUND = 20;
  private static final Pattern ASKING =
      Pattern.compile(
          "哪(?:一)?(?:件|幅|张|个)?(?:作品|画作|画)?(?:里|中|上)?(?:的)?(?:画的是|画了|有)?|什么|请问|作品|为什么|怎么样|怎样|[？?]");

  private final RecordIndex index;
  private final PassageTerms terms;
  private final CatalogSearch search;

  Passages(RecordIndex index, CatalogSearch search) {
    this.index = index;
    this.search = search;
    terms = new PassageTerms(index.catalog());
  }

  /**
   * What a question speaks of.
   *
   * @param works the works that it names, by title or maker; empty when it names none
   * @param terms its other terms that ask for something
   */
  record Topic(Optional<BitSet> works, Set<String> terms) {}

  Topic topic(String question, Optional<Integer> about) {
    Optional<BitSet> works = about.map(Passages::one);
    StringBuilder rest = new StringBuilder();
    List<Token> tokens = Token.of(ASKING.matcher(question).replaceAll(" "));
    EnumSet<Kind> names = EnumSet.of(Kind.TITLE, Kind.MAKER);
    for (int at = 0; at < tokens.size(); ) {
      Optional<Mention> named = index.at(tokens, at, names);
      if (named.isPresent()) {
        works = Optional.of(both(works, named.get().works()));
        at += named.get().length();
        rest.append(' ');
      } else {
        Token token = tokens.get(at++);
        boolean plain = PlainWords.has(token.word());
        rest.append(token.isHan() ? token.word() : plain ? " " : " " + token.word() + " ");
      }
    }
    return new Topic(works, PassageTerms.of(rest.toString()));
  }

  private static BitSet one(int work) {
    BitSet works = new BitSet();
    works.set(work);
    return works;
  }

  private static BitSet both(Optional<BitSet> before, BitSet named) {
    if (before.isEmpty()) {
      return named;
    }
    BitSet both = (BitSet) before.get().clone();
    both.and(named);
    return both.isEmpty() ? before.get() : both;
  }

  /** The works that may hold the answer, likeliest first: those named, else those found. */
  List<Artwork> candidates(String question, Topic topic, int most) {
    List<Artwork> found = new ArrayList<>();
    if (topic.works().isPresent()) {
      topic.works().get().stream().mapToObj(index.catalog()::get).forEach(found::add);
    } else {
      search.search(question, FOUND).stream()
          .map(SearchResult::artwork)
          .filter(index::isLive)
          .forEach(found::add);
    }
    List<Artwork> ranked = new ArrayList<>(found);
    ranked.sort((a, b) -> Double.compare(share(topic, b), share(topic, a)));
    return ranked.subList(0, Math.min(most, ranked.size()));
  }

  private double share(Topic topic, Artwork work) {
    return terms.share(topic.terms(), PassageTerms.of(ArtworkText.complete(work)));
  }

  /** The best sentence of the best record, if that supports the question. */
  Optional<Answer> answer(String question, Topic topic, boolean chinese) {
    List<Artwork> candidates = candidates(question, topic, 1);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Artwork best = candidates.get(0);
    boolean named = topic.works().isPresent();
    if (topic.terms().isEmpty()) {
      return named ? quoted(best, first(best), chinese) : Optional.empty();
    }
    Set<String> record = PassageTerms.of(ArtworkText.complete(best));
    long shared = topic.terms().stream().filter(record::contains).count();
    boolean supported =
        share(topic, best) >= SUPPORT && (shared >= 2 || shared == topic.terms().size());
    return supported ? quoted(best, telling(best, topic), chinese) : Optional.empty();
  }

  private static Optional<String> first(Artwork work) {
    return work.description().map(text -> SentenceSplitter.standard().split(text).get(0));
  }

  /** The sentence with most of what is asked; the first of equals. */
  private Optional<String> telling(Artwork work, Topic topic) {
    List<String> sentences = SentenceSplitter.standard().split(work.description().orElse(""));
    Optional<String> best = Optional.empty();
    double most = 0;
    for (String sentence : sentences) {
      double share = terms.share(topic.terms(), PassageTerms.of(sentence));
      if (share > most) {
        most = share;
        best = Optional.of(sentence);
      }
    }
    return best.or(
        () ->
            work.subjects().isEmpty()
                ? first(work)
                : Optional.of(String.join(", ", work.subjects())));
  }

  private static Optional<Answer> quoted(Artwork work, Optional<String> sentence, boolean chinese) {
    AnswerText text = new AnswerText(chinese);
    return sentence.map(
        said ->
            new Answer(
                text.work(work) + text.say(": “", "：“") + AnswerText.shown(said) + "”",
                Answer.Basis.PASSAGE,
                List.of(work.id()),
                Origin.library("a sentence of the record")));
  }
}
