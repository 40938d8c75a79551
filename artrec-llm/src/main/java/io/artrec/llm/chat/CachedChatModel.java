package io.artrec.llm.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.artrec.PersonalDataHolder;
import io.artrec.RecommenderListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Keeps a model's replies in memory, and asks once where several ask the same at the same time. The
 * same is what has equal model, prompt name and version, texts, images, schema, limits and visitor.
 * Replies that were cut are not kept, nor is what did not fit the schema of a {@link
 * StructuredChat}. A model that answers by chance is asked once all the same.
 *
 * <p>Nothing is written to disk. What was asked about a visitor ({@link ChatRequest#user}) goes
 * with them: {@link #forget}, or {@link #holder} added to a recommender. Thread-safe; setters
 * return a new, empty cache. Counts of kept replies are in the usage of the {@link
 * GuardedChatModel} that this stands around.
 */
public final class CachedChatModel extends ChatModel {
  private static final int BYTES_AN_ENTRY = 500;

  private final ChatModel model;
  private final Settings settings;
  private final Cache<RequestKey, Kept> kept;
  private final ConcurrentMap<RequestKey, Flight> flights = new ConcurrentHashMap<>();
  private final Object keeping = new Object();

  private CachedChatModel(ChatModel model, Settings settings) {
    this.model = model;
    this.settings = settings;
    kept =
        Caffeine.newBuilder()
            .maximumWeight(settings.bytes)
            .weigher((RequestKey key, Kept value) -> value.bytes())
            .expireAfterWrite(settings.time)
            .ticker(settings.nanoTime::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  /** What is set; not changed once a cache has it. */
  private static final class Settings {
    private long bytes = 16L << 20;
    private Duration time = Duration.ofHours(24);
    private LongSupplier nanoTime = System::nanoTime;

    private Settings() {}

    private Settings(Settings other) {
      bytes = other.bytes;
      time = other.time;
      nanoTime = other.nanoTime;
    }
  }

  /** A reply, and whose data its request held. */
  private record Kept(ChatReply reply, Optional<String> user) {
    int bytes() {
      return BYTES_AN_ENTRY + Character.BYTES * reply.text().length();
    }
  }

  private CachedChatModel with(Consumer<Settings> change) {
    Settings copy = new Settings(settings);
    change.accept(copy);
    return new CachedChatModel(model, copy);
  }

  /**
   * Returns a cache of 16 MB that keeps replies for a day.
   *
   * @param model the model, best a {@link GuardedChatModel}
   * @return the model with a cache
   */
  public static CachedChatModel around(ChatModel model) {
    return new CachedChatModel(Objects.requireNonNull(model, "model"), new Settings());
  }

  /**
   * {@return this model with an empty cache of another size} An entry counts for its text and half
   * a kilobyte.
   *
   * @param most the bytes, 1 or more
   */
  public CachedChatModel maxBytes(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("maxBytes is " + most + ", expected 1 or more");
    }
    return with(copy -> copy.bytes = most);
  }

  /**
   * {@return this model with an empty cache that keeps replies for another time}
   *
   * @param time more than zero
   */
  public CachedChatModel keptFor(Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("keptFor is " + time + ", expected more than zero");
    }
    return with(copy -> copy.time = time);
  }

  /**
   * {@return this model with an empty cache that takes the time from another source, for tests}
   *
   * @param nanoTime nanoseconds from some moment on, never falling
   */
  public CachedChatModel timedBy(LongSupplier nanoTime) {
    Objects.requireNonNull(nanoTime, "nanoTime");
    return with(copy -> copy.nanoTime = nanoTime);
  }

  /**
   * Erases the replies to what was asked about a visitor; calls under way keep none.
   *
   * @param user the visitor's id
   */
  public void forget(String user) {
    erase(user);
  }

  private int erase(String user) {
    Optional<String> erased = Optional.of(user);
    int replies = 0;
    synchronized (keeping) {
      flights.values().stream()
          .filter(flight -> flight.user().equals(erased))
          .forEach(Flight::forget);
      for (Map.Entry<RequestKey, Kept> entry : kept.asMap().entrySet()) {
        if (entry.getValue().user().equals(erased)) {
          replies += kept.asMap().remove(entry.getKey(), entry.getValue()) ? 1 : 0;
        }
      }
    }
    return replies;
  }

  /** Erases all replies; calls under way keep none. */
  public void clear() {
    synchronized (keeping) {
      flights.values().forEach(Flight::forget);
      kept.invalidateAll();
    }
  }

  /** {@return the number of replies that are kept} */
  public long size() {
    kept.cleanUp();
    return kept.estimatedSize();
  }

  /**
   * Returns what has a recommender's forgotten visitors {@linkplain #forget forgotten} here, too,
   * and says so in its receipts and exports: the replies that are kept about a visitor.
   *
   * @return a holder for {@link io.artrec.Recommender#addHolder}
   */
  public PersonalDataHolder holder() {
    String holder = "replies of " + name();
    return new PersonalDataHolder() {
      @Override
      public String name() {
        return holder;
      }

      @Override
      public Map<String, Object> export(String visitor) {
        List<String> replies = replies(visitor);
        return replies.isEmpty() ? Map.of() : Map.of("replies", replies);
      }

      @Override
      public int forget(String visitor) {
        return erase(visitor);
      }
    };
  }

  /** What was answered to what was asked about a visitor, in the order of the texts. */
  private List<String> replies(String user) {
    Optional<String> wanted = Optional.of(user);
    return kept.asMap().values().stream()
        .filter(entry -> entry.user().equals(wanted))
        .map(entry -> entry.reply().text())
        .sorted()
        .toList();
  }

  /**
   * Returns what has a recommender's forgotten visitors {@linkplain #forget forgotten} here, too,
   * without a word in receipts; {@link #holder} does the same and says so.
   *
   * @return a listener for {@link io.artrec.Recommender#addListener}
   */
  public RecommenderListener listener() {
    return new RecommenderListener() {
      @Override
      public void forgotten(String user) {
        forget(user);
      }
    };
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Set<ChatCapability> capabilities() {
    return model.capabilities();
  }

  @Override
  void note(ChatRequest request, Note note) {
    if (note == Note.MALFORMED) {
      kept.invalidate(RequestKey.of(name(), request));
    }
    model.note(request, note);
  }

  @Override
  protected ChatReply answer(ChatCall call) throws InterruptedException {
    ChatRequest request = call.request();
    RequestKey key = RequestKey.of(name(), request);
    while (true) {
      Kept entry = kept.getIfPresent(key);
      if (entry != null) {
        return noted(request, entry.reply());
      }
      Flight own = new Flight(request.user());
      Flight other = flights.putIfAbsent(key, own);
      if (other == null) {
        Kept late = kept.getIfPresent(key);
        if (late == null) {
          return asked(key, own, call);
        }
        // Another call landed after the first look and before this one took off.
        own.landed(late.reply());
        flights.remove(key, own);
        return noted(request, late.reply());
      }
      Optional<ChatReply> shared = other.await();
      if (shared.isPresent()) {
        return noted(request, shared.get());
      }
    }
  }

  private ChatReply noted(ChatRequest request, ChatReply reply) {
    model.note(request, Note.CACHED);
    return reply.fromCache();
  }

  private ChatReply asked(RequestKey key, Flight flight, ChatCall call)
      throws InterruptedException {
    try {
      ChatReply reply = model.answer(call);
      synchronized (keeping) {
        if (reply.finish() == FinishReason.COMPLETE && !flight.isForgotten()) {
          kept.put(key, new Kept(reply, flight.user()));
        }
      }
      flight.landed(reply);
      return reply;
    } catch (ChatException e) {
      flight.failed(e);
      throw e;
    } finally {
      flights.remove(key, flight);
      flight.abandoned();
    }
  }
}
