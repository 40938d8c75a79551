package io.artrec.llm.question;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.strategy.Strategy;
import io.artrec.text.analysis.TermDictionary;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.search.CatalogSearch;
import io.artrec.text.search.TextSearch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Answers questions about the works of a catalogue, in English or Chinese, each answer with the
 * works that it is from. In this order:
 *
 * <ol>
 *   <li>By a field, when the question names a work by its title and asks who, when, where, how
 *       large, of what, what it shows, what it costs, in words that ask for nothing else.
 *   <li>By all records, when it asks how many there are, which ones, the oldest, newest, largest,
 *       smallest, dearest, cheapest, who has most; by makers, movements, genres, media, techniques,
 *       places and other attributes, subjects by the tree, and years. A question with a word that
 *       names none of these is not answered so.
 *   <li>By a sentence: works are found by search, and the sentence that has most of the question's
 *       words is quoted, if its record has half of what they tell (by rarity).
 *   <li>Else it is not known, which is an answer.
 * </ol>
 *
 * <p>With a model, the first six records found are put to it in the place of the third step. Each
 * sentence of its answer must name records that it was given, claim no name, place, year or number
 * that these do not hold ({@link io.artrec.text.fact.KnownFacts}), and share three in ten of its
 * content words with them where both are of one script; others are dropped, and where none is left
 * it is not known. What can be counted is counted, not asked.
 *
 * <p>Immutable, and as thread-safe as search and model. Making it reads every record once; an
 * answer costs a search and O(characters of the question and of twenty records).
 */
public final class Questions {
  private static final int RECORDS = 6;
  private static final int MOST_CHARS = 1_000;

  private final RecordIndex index;
  private final FieldAnswers fields;
  private final CollectionAnswers collection;
  private final Passages passages;
  private final Optional<ModelAnswers> model;

  private Questions(RecordIndex index, Passages passages, Optional<ModelAnswers> model) {
    this.index = index;
    this.passages = passages;
    this.model = model;
    fields = new FieldAnswers(index);
    collection = new CollectionAnswers(index);
  }

  /**
   * {@return answers about a catalogue without a model, found by keywords in the language that most
   * titles are in}
   *
   * @param catalog the works
   */
  public static Questions about(Catalog catalog) {
    long chinese = catalog.stream().filter(work -> Token.isChinese(work.title())).count();
    TextAnalysis analysis =
        2 * chinese > catalog.size()
            ? TextAnalysis.chinese(TermDictionary.chineseArt())
            : TextAnalysis.english();
    return about(catalog, TextSearch.byKeywords(analysis));
  }

  /**
   * {@return answers about a catalogue without a model}
   *
   * @param catalog the works
   * @param search how works are found, for instance {@link TextSearch#blended}
   */
  public static Questions about(Catalog catalog, Strategy search) {
    RecordIndex index = new RecordIndex(Objects.requireNonNull(catalog, "catalog"));
    Passages passages = new Passages(index, CatalogSearch.of(catalog, search));
    return new Questions(index, passages, Optional.empty());
  }

  /**
   * {@return these answers by a model}
   *
   * @param prompter the model and how it is asked; the language of an answer is the question's
   */
  public Questions with(Prompter prompter) {
    return new Questions(index, passages, Optional.of(new ModelAnswers(prompter)));
  }

  /**
   * Answers a question about the collection.
   *
   * @param question the question; of more than 1,000 chars the first
   * @return the answer
   */
  public Answer ask(String question) {
    return answer(question, Optional.empty());
  }

  /**
   * Answers a question about one work: "When was it made?"
   *
   * @param question the question; of more than 1,000 chars the first
   * @param artworkId the work that stands in view
   * @return the answer
   * @throws IllegalArgumentException when the catalogue has no such work
   */
  public Answer ask(String question, String artworkId) {
    OptionalInt work = index.catalog().indexOf(artworkId);
    if (work.isEmpty()) {
      throw new IllegalArgumentException(
          "a question about artwork '" + artworkId + "', which is not in the catalogue");
    }
    return answer(question, Optional.of(work.getAsInt()));
  }

  private Answer answer(String asked, Optional<Integer> about) {
    String question = asked.substring(0, Math.min(asked.length(), MOST_CHARS)).strip();
    boolean chinese = Token.isChinese(question);
    Optional<Answer> exact =
        fields
            .answer(question, chinese, about)
            .or(() -> about.isPresent() ? Optional.empty() : collection.answer(question, chinese));
    if (exact.isPresent() && (exact.get().isKnown() || model.isEmpty())) {
      return exact.get();
    }
    Passages.Topic topic = passages.topic(question, about);
    List<Artwork> records = passages.candidates(question, topic, RECORDS);
    Answer library =
        exact
            .or(() -> passages.answer(question, topic, chinese))
            .orElseGet(() -> Answer.unknown(chinese, Origin.library("no record supports it")));
    return model.isEmpty() || records.isEmpty()
        ? library
        : model.get().answer(question, records, library, chinese);
  }
}
