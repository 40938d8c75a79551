package io.artrec.llm.conversation;

import io.artrec.Recommendation;
import io.artrec.elicitation.SplittingQuestion;
import io.artrec.llm.explain.RephrasedSentence;
import io.artrec.llm.prompt.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One answer of a conversation, and the session after it. Immutable and thread-safe; {@code
 * toString} tells sizes only.
 */
public final class Turn {
  private final Session session;
  private final List<RephrasedSentence> sentences;
  private final List<Recommendation> works;
  private final List<RephrasedSentence> reasons;
  private final Origin readBy;

  Turn(Session session, List<RephrasedSentence> said, List<Recommendation> works, Origin readBy) {
    int first = said.size() - works.size();
    this.session = session;
    sentences = List.copyOf(said.subList(0, first));
    reasons = List.copyOf(said.subList(first, said.size()));
    this.works = List.copyOf(works);
    this.readBy = readBy;
  }

  /**
   * Returns the session to go on with.
   *
   * @return where the conversation stands now
   */
  public Session session() {
    return session;
  }

  /**
   * Returns what is said before works and question: what was understood, what was not, and what
   * became of it.
   *
   * @return sentences, and whose words they are
   */
  public List<RephrasedSentence> sentences() {
    return sentences;
  }

  /**
   * Returns the works.
   *
   * @return those that are shown, best first; "the second" of the next turn is the second of them
   */
  public List<Recommendation> works() {
    return works;
  }

  /**
   * Returns why each work is there.
   *
   * @return as many as works, and whose words they are
   */
  public List<RephrasedSentence> reasons() {
    return reasons;
  }

  /**
   * Returns what is asked: the question whose answer would split what fits best.
   *
   * @return the question; empty where nothing need be asked
   */
  public Optional<SplittingQuestion> question() {
    return session.question();
  }

  /**
   * Tells who read what was said.
   *
   * @return the library, a model, or the library instead of the model
   */
  public Origin readBy() {
    return readBy;
  }

  /**
   * Returns all of it as plain text: sentences, numbered works with their reasons, the question.
   *
   * @return lines
   */
  public String text() {
    TurnWords words = TurnWords.in(session.language());
    List<String> lines = new ArrayList<>();
    if (!sentences.isEmpty()) {
      boolean isChinese = session.language().getLanguage().equals("zh");
      lines.add(
          sentences.stream()
              .map(RephrasedSentence::text)
              .collect(Collectors.joining(isChinese ? "" : " ")));
    }
    for (int i = 0; i < works.size(); i++) {
      lines.add(words.work(i + 1, works.get(i).artwork()));
      lines.add("   " + reasons.get(i).text());
    }
    question().ifPresent(asked -> lines.add(asked.words(session.language())));
    return String.join("\n", lines);
  }

  @Override
  public String toString() {
    return "turn of "
        + works.size()
        + " works"
        + (question().isPresent() ? " and a question" : "")
        + ", "
        + session;
  }
}
