package io.artrec.llm.chat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model on a server that speaks OpenAI's chat completions: Ollama, vLLM, llama.cpp, OpenAI and
 * many more. Immutable but for what it learns of the server's dialect, refined by chained copies,
 * thread-safe.
 *
 * <p>A server that refuses a schema is asked again in its JSON mode, and then in words, within the
 * same call; likewise for {@code max_completion_tokens} and usage in streams; what was refused once
 * is not tried again by this object. A server may also ignore a schema, so replies must be checked.
 * Thinking, in members of its own or between {@code <think>} tags at the beginning, is kept out of
 * the text. Redirections are not followed. A body larger than the limit is not read on.
 */
public final class OpenAiCompatible extends ChatModel {
  private static final Logger LOG = LoggerFactory.getLogger(OpenAiCompatible.class);
  private static final int USUAL_BYTES = 4 << 20;
  private static final int ERROR_BYTES = 1 << 16;
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]+");
  private static final Set<String> OURS = Set.of("authorization", "content-type", "accept");

  private final URI address;
  private final String model;
  private Optional<Supplier<String>> key = Optional.empty();
  private Map<String, String> headers = Map.of();
  private Set<ChatCapability> capabilities =
      EnumSet.complementOf(EnumSet.of(ChatCapability.IMAGES));
  private int maxReplyBytes = USUAL_BYTES;
  private Clock clock = Clock.systemUTC();
  private HttpClient client;
  private volatile Dialect learned = Dialect.FIRST;

  private OpenAiCompatible(URI address, String model, HttpClient client) {
    this.address = address;
    this.model = model;
    this.client = client;
  }

  private OpenAiCompatible(OpenAiCompatible other) {
    this(other.address, other.model, other.client);
    key = other.key;
    headers = other.headers;
    capabilities = other.capabilities;
    maxReplyBytes = other.maxReplyBytes;
    clock = other.clock;
  }

  /**
   * {@return a model without a key, declared to do everything but see images} Nothing is sent yet.
   *
   * @param baseUrl the address before {@code /chat/completions}, such as {@code
   *     http://localhost:11434/v1}
   * @param model the model's name, as the server knows it
   */
  public static OpenAiCompatible at(String baseUrl, String model) {
    Objects.requireNonNull(model, "model");
    URI base = URI.create(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
    boolean http = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!http
        || base.getHost() == null
        || base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "a base URL of "
              + baseUrl.length()
              + " chars, expected http or https, a host and a path such as"
              + " http://localhost:11434/v1, without user, query or fragment");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("the model's name is blank, expected such as qwen3:8b");
    }
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new OpenAiCompatible(base.resolve("chat/completions"), model, client);
  }

  /**
   * {@return this model with a key, sent as a bearer token} It is asked for at each call, and kept,
   * logged or shown nowhere.
   *
   * @param supplier gives the key, visible ASCII; called by any thread
   */
  public OpenAiCompatible key(Supplier<String> supplier) {
    OpenAiCompatible copy = new OpenAiCompatible(this);
    copy.key = Optional.of(supplier);
    return copy;
  }

  /**
   * {@return this model with one more header} Its value is shown nowhere.
   *
   * @param name letters, digits and hyphens, not {@code Authorization}, {@code Content-Type} or
   *     {@code Accept}
   * @param value visible ASCII and spaces
   */
  public OpenAiCompatible header(String name, String value) {
    if (!HEADER.matcher(name).matches()
        || OURS.contains(name.toLowerCase(Locale.ROOT))
        || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "header '"
              + name
              + "' with a value of "
              + value.length()
              + " chars, expected letters, digits and hyphens, a value of visible ASCII, and key()"
              + " for the key");
    }
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    OpenAiCompatible copy = new OpenAiCompatible(this);
    copy.headers = Collections.unmodifiableMap(more);
    return copy;
  }

  /**
   * {@return this model with what it can do, instead of what was said before}
   *
   * @param able the capabilities, {@link ChatCapability#IMAGES} for models that see
   */
  public OpenAiCompatible capabilities(Set<ChatCapability> able) {
    OpenAiCompatible copy = new OpenAiCompatible(this);
    copy.capabilities = Set.copyOf(able);
    return copy;
  }

  /**
   * {@return this model with a limit of what it reads}
   *
   * @param most bytes of a body, 1 or more; usually 4 MiB
   */
  public OpenAiCompatible maxReplyBytes(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("maxReplyBytes is " + most + ", expected 1 or more");
    }
    OpenAiCompatible copy = new OpenAiCompatible(this);
    copy.maxReplyBytes = most;
    return copy;
  }

  /**
   * {@return this model with a client of one's own: a proxy, certificates} One that follows
   * redirections may carry the key to other hosts.
   *
   * @param own the client
   */
  public OpenAiCompatible client(HttpClient own) {
    OpenAiCompatible copy = new OpenAiCompatible(this);
    copy.client = Objects.requireNonNull(own, "own");
    return copy;
  }

  /**
   * {@return this model with a clock, by which dates of {@code Retry-After} are read}
   *
   * @param own the clock
   */
  public OpenAiCompatible clock(Clock own) {
    OpenAiCompatible copy = new OpenAiCompatible(this);
    copy.clock = Objects.requireNonNull(own, "own");
    return copy;
  }

  /**
   * {@inheritDoc}
   *
   * @return the model's name and the server, such as {@code qwen3:8b at localhost:11434}
   */
  @Override
  public String name() {
    return model + " at " + address.getRawAuthority();
  }

  @Override
  public Set<ChatCapability> capabilities() {
    return Collections.unmodifiableSet(capabilities);
  }

  @Override
  public String toString() {
    return name();
  }

  @Override
  protected ChatReply answer(ChatCall call) throws InterruptedException {
    try {
      return converse(call);
    } catch (BoundedBody.TooLargeException e) {
      throw new MalformedReplyException(
          name()
              + " was asked and answered with more than "
              + maxReplyBytes
              + " bytes; ask for fewer tokens or raise maxReplyBytes",
          "");
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while " + name() + " was answering");
      }
      throw new ModelUnavailableException(
          name()
              + " was asked, and the connection could not be made or broke ("
              + e.getClass().getSimpleName()
              + "); check that the server runs and can be reached",
          wordless(e));
    }
  }

  /** The cause, unless its message may repeat what the server sent. */
  private static @Nullable Throwable wordless(IOException cause) {
    return cause instanceof ConnectException || cause instanceof SSLException ? cause : null;
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      LOG.debug("closing a body that nobody waits for failed", e);
    }
  }

  private ChatReply converse(ChatCall call) throws IOException, InterruptedException {
    Dialect dialect = learned;
    Dialect lasting = dialect;
    while (true) {
      HttpResponse<InputStream> response =
          client.send(request(call, dialect), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        call.atStop(() -> close(body));
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
          learned = lasting;
          return read(call, body);
        }
        String refusal = new String(body.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8);
        Optional<Dialect> next =
            status == 400 || status == 422 ? dialect.after(refusal, call) : Optional.empty();
        if (next.isEmpty()) {
          throw ServerError.of(status, refusal)
              .exception(name(), RetryAfter.of(response.headers(), clock));
        }
        lasting = lasting.learned(next.get(), refusal);
        dialect = next.get();
      }
    }
  }

  /** Reads what came; servers that cannot stream answer with one object, whatever was asked. */
  private ChatReply read(ChatCall call, InputStream body) throws IOException {
    InputStream bounded = new BufferedInputStream(new BoundedBody(body, maxReplyBytes));
    ServerReply reply = new ServerReply(name(), call);
    if (!call.isStreaming()) {
      return reply.whole(bounded);
    }
    bounded.mark(1);
    int first = bounded.read();
    bounded.reset();
    return first == '{' ? reply.whole(bounded) : reply.events(bounded);
  }

  private HttpRequest request(ChatCall call, Dialect dialect) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Accept", call.isStreaming() ? "text/event-stream" : "application/json");
    key.ifPresent(supplier -> request.header("Authorization", "Bearer " + checked(supplier)));
    headers.forEach(request::header);
    String json = RequestJson.of(model, call, dialect);
    return request.POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8)).build();
  }

  private String checked(Supplier<String> supplier) {
    String given = supplier.get();
    if (given == null || !VISIBLE.matcher(given).matches()) {
      throw new RequestRejectedException(
          name() + " was to be asked, but its key is missing or holds more than visible ASCII");
    }
    return given;
  }
}
