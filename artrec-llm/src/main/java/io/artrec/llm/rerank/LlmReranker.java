package io.artrec.llm.rerank;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.artrec.explain.Explanation;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Aliases;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.RerankContext;
import io.artrec.rerank.Reranker;
import io.artrec.strategy.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Asks a language model which of the first candidates should stand further up, and moves them by a
 * few places at most, whatever it says. Where it is silent the order stays; what it names that is
 * no candidate, or names again, is passed over. Without a reply the order stays as it was, and the
 * answer says so ({@link io.artrec.Recommendations#leftOut()}).
 *
 * <p>The model sees records of candidates under drawn names, and the visitor in words: records of
 * works they liked, looked at and disliked, what they follow, what they asked for; no id. It is
 * asked for one visitor who has done little, less than {@link #historyBelow} events, and of whom
 * something is known; not for groups, and not for works like a work. A {@linkplain RankedPool#note
 * note} at the first place says why it was not asked, others say which works moved.
 *
 * <p>A call takes as long as the {@link Prompter}'s deadline at most, and no longer than nine
 * tenths of what the request leaves. One call an answer; {@link io.artrec.Recommender#recommendTop}
 * and {@code whyNot} ask for each list that they make. With a model that says the same to the same
 * question, or a cache around it, the order is the same every time; no model promises that, so
 * answers may not be had again as those of scorers can. Immutable; thread-safe if the model is.
 */
public final class LlmReranker implements Reranker {
  private static final String NAME = "llm";
  private static final String PROMPT = "rerank";
  private static final int MOST_CANDIDATES = 40;
  private static final Duration LEAST_TIME = Duration.ofMillis(20);
  private static final String NOTHING = "{\"order\": []}";
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["order"], "additionalProperties": false, "properties": {
        "order": {"type": "array", "maxItems": 40, "items": {
          "type": "object", "required": ["name"], "additionalProperties": false, "properties": {
            "name": {"type": "string", "maxLength": 20},
            "because": {"type": "string",
              "enum": ["liked", "follows", "wish", "variety", "other"]}}}}}}\
      """;
  private static final Map<String, String> BECAUSE =
      Map.of(
          "liked", ", for works that the visitor liked or looked at",
          "follows", ", for what the visitor follows",
          "wish", ", for the wish",
          "variety", ", for variety");

  private final Prompter prompter;
  private final int moves;
  private final int candidates;
  private final int historyBelow;

  private LlmReranker(Prompter prompter, int moves, int candidates, int historyBelow) {
    this.prompter = prompter;
    this.moves = moves;
    this.candidates = candidates;
    this.historyBelow = historyBelow;
  }

  /**
   * {@return a re-ranker that shows the first 20 candidates, moves a work by up to 5 places, and
   * asks for visitors of less than 100 events}
   *
   * @param prompter the model and how it is asked
   */
  public static LlmReranker with(Prompter prompter) {
    return new LlmReranker(Objects.requireNonNull(prompter, "prompter"), 5, 20, 100);
  }

  /**
   * Returns this with another bound.
   *
   * @param most by how many places a work may move, up or down, 1 or more
   * @return the changed re-ranker
   */
  public LlmReranker moves(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("moves is " + most + ", expected 1 or more (llm)");
    }
    return new LlmReranker(prompter, most, candidates, historyBelow);
  }

  /**
   * Returns this with another number of candidates that the model sees; those behind keep their
   * places.
   *
   * @param count 2 to 40
   * @return the changed re-ranker
   */
  public LlmReranker candidates(int count) {
    if (count < 2 || count > MOST_CANDIDATES) {
      throw new IllegalArgumentException(
          "candidates is " + count + ", expected 2 to " + MOST_CANDIDATES + " (llm)");
    }
    return new LlmReranker(prompter, moves, count, historyBelow);
  }

  /**
   * Returns this for visitors of another length of history. Whether a model helps, and whom, is for
   * artrec-eval to say on one's own data.
   *
   * @param events visitors who have done as much or more are left to the recommender; {@link
   *     Integer#MAX_VALUE} asks for everybody
   * @return the changed re-ranker
   */
  public LlmReranker historyBelow(int events) {
    if (events < 1) {
      throw new IllegalArgumentException(
          "historyBelow is " + events + ", expected 1 or more (llm)");
    }
    return new LlmReranker(prompter, moves, candidates, events);
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Returns what was set, the model's name included: a model file finds a re-ranker that is passed
   * when it is loaded by it.
   *
   * @return for instance {@code llm(model=qwen3%3A8b,moves=5,candidates=20,historyBelow=100)}
   */
  @Override
  public String configuration() {
    return NAME
        + "(model="
        + URLEncoder.encode(prompter.model().name(), StandardCharsets.UTF_8)
        + ",moves="
        + moves
        + ",candidates="
        + candidates
        + ",historyBelow="
        + historyBelow
        + ")";
  }

  @Override
  public int[] rerank(RankedPool pool, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", expected 1 or more (llm)");
    }
    int seen = Math.min(candidates, pool.size());
    Optional<String> unasked = whyNotAsked(pool);
    unasked.filter(why -> seen > 0).ifPresent(why -> pool.note(0, "no model asked: " + why));
    Map<Integer, String> named = unasked.isPresent() ? Map.of() : named(pool, seen);
    int[] first = BoundedMoves.order(seen, named.keySet(), Math.min(moves, seen));
    for (int place = 0; place < seen; place++) {
      if (first[place] != place) {
        pool.note(first[place], moved(first[place], place, named));
      }
    }
    int[] order = IntStream.range(0, Math.min(n, pool.size())).toArray();
    System.arraycopy(first, 0, order, 0, Math.min(seen, order.length));
    return order;
  }

  private static String moved(int from, int to, Map<Integer, String> named) {
    return "language model: from place "
        + (from + 1)
        + " to "
        + (to + 1)
        + (from > to ? named.getOrDefault(from, "") : "");
  }

  private Optional<String> whyNotAsked(RankedPool pool) {
    RerankContext.Asked asked = pool.context().asked();
    if (pool.size() < 2) {
      return Optional.of("there is nothing to order");
    }
    if (asked.about() != Explanation.Occasion.TASTE || asked.askers().size() != 1) {
      return Optional.of("it is not one visitor's taste that is asked for");
    }
    int events = asked.askers().get(0).history().size();
    return events < historyBelow
        ? Optional.empty()
        : Optional.of(events + " events are known, and it is asked below " + historyBelow);
  }

  /** Candidates that the model names, best first, with what the note says of each. */
  private Map<Integer, String> named(RankedPool pool, int seen) {
    RerankContext context = pool.context();
    Query asker = context.asked().askers().get(0);
    UserInWords visitor = UserInWords.of(pool, asker, seen);
    if (visitor.isEmpty()) {
      pool.note(0, "no model asked: nothing is known of the visitor");
      return Map.of();
    }
    Optional<Duration> left = context.left().map(time -> time.multipliedBy(9).dividedBy(10));
    if (left.filter(time -> time.compareTo(LEAST_TIME) < 0).isPresent()) {
      context.fellBack("no time was left to ask a language model");
      return Map.of();
    }
    Aliases aliases =
        prompter.aliases(
            IntStream.range(0, seen)
                .mapToObj(position -> UserInWords.inWords(pool.artwork(position)))
                .toList());
    PromptFilling filling = filled(visitor, aliases);
    context.asked().users().stream().findFirst().ifPresent(filling::about);
    StructuredReply reply =
        prompter.objects(SCHEMA).replyOr(within(filling.request(), left), failure -> NOTHING);
    Origin origin = Origin.of(reply, filling.prompt());
    if (origin.kind() == Origin.Kind.FALLBACK) {
      context.fellBack("language model: " + origin.reason().orElse("no reply"));
    }
    return read(reply.json(), aliases);
  }

  private PromptFilling filled(UserInWords visitor, Aliases aliases) {
    return prompter
        .fill(PROMPT)
        .words("moves", String.valueOf(moves))
        .data("candidates", aliases)
        .data("wish", visitor.wish())
        .data("liked", lines(visitor.liked()))
        .data("looked", lines(visitor.looked()))
        .data("disliked", lines(visitor.disliked()))
        .data("follows", lines(visitor.follows()));
  }

  /** One text a line, each short enough that all fit. */
  private static String lines(Collection<String> texts) {
    return String.join("\n", texts);
  }

  private static ChatRequest within(ChatRequest request, Optional<Duration> left) {
    Duration own = request.deadline().orElseThrow();
    return left.filter(time -> time.compareTo(own) < 0).map(request::deadline).orElse(request);
  }

  private static Map<Integer, String> read(String json, Aliases aliases) {
    Map<Integer, String> named = new LinkedHashMap<>();
    for (JsonElement item :
        JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("order")) {
      OptionalInt position = aliases.position(item.getAsJsonObject().get("name").getAsString());
      JsonElement because = item.getAsJsonObject().get("because");
      String note = because == null ? "" : BECAUSE.getOrDefault(because.getAsString(), "");
      position.ifPresent(p -> named.putIfAbsent(p, note));
    }
    return named;
  }

  @Override
  public String toString() {
    return configuration();
  }
}
