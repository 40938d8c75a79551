package io.artrec.text.sentiment;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes comments count by what they say: a comment's value becomes the intensity of its words, so
 * that {@code PreferenceModel} adds {@code weight(comment) · intensity} to the visitor's preference
 * — a comment against a work counts against it, and one that takes no side counts nothing.
 *
 * <p>Only events of the kind {@link InteractionKind#COMMENT} that hold words change; a rating with
 * words keeps its number, a comment without words its value. Doing it twice changes nothing more.
 * In the standard model a comment weighs 0.3; where comments say more than views and clicks, raise
 * it with {@code withWeight(COMMENT, 1)}.
 *
 * <pre>{@code
 * CommentSentiment comments = CommentSentiment.by(LexiconSentiment.english());
 * Recommender recommender = Recommender.builder()
 *     .catalog(catalog)
 *     .interactions(comments.weigh(interactions))
 *     .build();
 * recommender.record(comments.weigh(comment));
 * }</pre>
 *
 * <p>Immutable and thread-safe if the analyzer is.
 */
public final class CommentSentiment {
  private static final String STAGE = "weighing comments";
  private static final int BATCH = 256;

  private final SentimentAnalyzer analyzer;

  private CommentSentiment(SentimentAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * {@return the weighing by an analyzer}
   *
   * @param analyzer judges the words
   */
  public static CommentSentiment by(SentimentAnalyzer analyzer) {
    return new CommentSentiment(Objects.requireNonNull(analyzer, "analyzer"));
  }

  /**
   * Weighs one event, for instance before it is recorded.
   *
   * @param event any event
   * @return a comment with its words' intensity as value, −1 to 1; any other event as it is
   */
  public Interaction weigh(Interaction event) {
    if (event.kind() != InteractionKind.COMMENT || !speaks(event.comment())) {
      return event;
    }
    return new Interaction(
        event.user(),
        event.artwork(),
        event.kind(),
        analyzer.analyze(event.comment().orElseThrow()).intensity(),
        event.time(),
        event.comment(),
        event.eventId());
  }

  /**
   * Weighs all comments among events.
   *
   * @param events the events
   * @return the same events in the same order, comments with their words' intensity as value
   */
  public Interactions weigh(Interactions events) {
    return weigh(events, Progress.silent(), new Cancellation());
  }

  /**
   * Weighs all comments among events; words are judged 256 comments at a time.
   *
   * @param events the events
   * @param progress hears of events done
   * @param cancellation stops between batches
   * @return the same events in the same order, comments with their words' intensity as value
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public Interactions weigh(Interactions events, Progress progress, Cancellation cancellation) {
    Interactions.Builder weighed = Interactions.builder();
    int from = 0;
    while (from < events.size()) {
      cancellation.check(STAGE);
      List<String> words = new ArrayList<>();
      int to = from;
      for (; to < events.size() && words.size() < BATCH; to++) {
        if (isSpeaking(events, to)) {
          words.add(events.comment(to).orElseThrow());
        }
      }
      List<Sentiment> sentiments = analyzer.analyzeAll(words);
      int next = 0;
      for (int row = from; row < to; row++) {
        if (isSpeaking(events, row)) {
          weighed.addFrom(events, row, (float) sentiments.get(next++).intensity());
        } else {
          weighed.addFrom(events, row);
        }
      }
      from = to;
      progress.update(STAGE, from, events.size());
    }
    return weighed.build();
  }

  private static boolean isSpeaking(Interactions events, int row) {
    return events.kind(row) == InteractionKind.COMMENT && speaks(events.comment(row));
  }

  private static boolean speaks(Optional<String> comment) {
    return comment.filter(words -> !words.isBlank()).isPresent();
  }
}
