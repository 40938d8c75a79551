package io.artrec.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Calls of a server of which three in ten replies are slow, cut, garbled, truncated, refused, of
 * wrong names or one of a storm of 429: 300 in each build, 10,000 in the profile {@code campaign}.
 * Each ends with an object that fits and says where it is from. How late is judged strictly in the
 * campaign alone, and against how late a thread is at the same time that only sleeps.
 */
class ChaosTest {
  private static final boolean FULL = "full".equals(System.getProperty("artrec.campaign"));
  private static final int CALLS = FULL ? 10_000 : 300;
  private static final Duration DEADLINE = Duration.ofMillis(250);
  private static final Duration MOST_LATE = FULL ? Duration.ofMillis(50) : Duration.ofSeconds(20);
  private static final String SCHEMA =
      """
      {"type":"object","required":["work"],"additionalProperties":false,
       "properties":{"work":{"type":"string","maxLength":8}}}\
      """;

  private enum Fault {
    SILENT,
    HALF_A_HEAD,
    CUT_BODY,
    GARBLED,
    TRUNCATED,
    REFUSED,
    WRONG_NAME,
    STORM
  }

  private final AtomicInteger storm = new AtomicInteger();

  /** How late the machine itself is: the longest that a thread slept over. */
  private static final class Sleeper extends Thread {
    private static final long NAP = 10;
    private volatile long latest;

    Sleeper() {
      super("sleeper");
      setDaemon(true);
    }

    @Override
    public void run() {
      while (!isInterrupted()) {
        long start = System.nanoTime();
        try {
          TimeUnit.MILLISECONDS.sleep(NAP);
        } catch (InterruptedException e) {
          return;
        }
        latest = Math.max(latest, System.nanoTime() - start - TimeUnit.MILLISECONDS.toNanos(NAP));
      }
    }
  }

  private static String saying(String text, String finish) {
    return "{\"choices\":[{\"message\":{\"content\":"
        + JsonText.write(new JsonPrimitive(text))
        + "},\"finish_reason\":\""
        + finish
        + "\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4}}";
  }

  private void answer(Random random, StubServer.Seen seen, OutputStream out) throws IOException {
    Optional<Fault> fault;
    synchronized (random) {
      fault =
          random.nextInt(10) < 3
              ? Optional.of(Fault.values()[random.nextInt(Fault.values().length)])
              : Optional.empty();
    }
    if (storm.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      StubServer.reply(out, 429, "Retry-After: 0\r\n", "{}");
      return;
    }
    if (fault.isEmpty()) {
      StubServer.reply(out, 200, "", saying("{\"work\":\"a\"}", "stop"));
      return;
    }
    switch (fault.get()) {
      case SILENT -> seen.awaitGone();
      case HALF_A_HEAD -> {
        out.write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        seen.awaitGone();
      }
      case CUT_BODY ->
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"cho"
                  .getBytes(StandardCharsets.US_ASCII));
      case GARBLED -> StubServer.reply(out, 200, "", "\u0000{]garbled");
      case TRUNCATED -> StubServer.reply(out, 200, "", saying("{\"work\":\"", "length"));
      case REFUSED -> StubServer.reply(out, 200, "", saying("", "content_filter"));
      case WRONG_NAME -> StubServer.reply(out, 200, "", saying("{\"work\":\"zz\"}", "stop"));
      case STORM -> {
        storm.set(20);
        StubServer.reply(out, 429, "Retry-After: 1\r\n", "{}");
      }
    }
  }

  private static StructuredReply called(StructuredChat chat, int call) {
    String text = call % 5 == 0 ? "the same" : "call " + call;
    return chat.replyOr(
        ChatRequest.asking(text).deadline(DEADLINE), failure -> "{\"work\":\"none\"}");
  }

  @Test
  void everyCallEndsInTime_withAnObjectThatFits_andItsSource()
      throws InterruptedException, ExecutionException {
    Random random = new Random(1);
    try (StubServer server = new StubServer((seen, out) -> answer(random, seen, out))) {
      GuardedChatModel guarded =
          GuardedChatModel.around(
                  OpenAiCompatible.at(server.baseUrl(), "m")
                      .capabilities(EnumSet.of(ChatCapability.SCHEMA)))
              .restAfter(5, Duration.ofMillis(20));
      StructuredChat chat =
          StructuredChat.of(CachedChatModel.around(guarded), SCHEMA)
              .checkedBy(
                  json ->
                      json.contains("\"a\"") || json.contains("\"none\"")
                          ? Optional.empty()
                          : Optional.of("the work is none of those asked about"));
      List<Future<Long>> late = new ArrayList<>();
      Map<StructuredReply.Source, Integer> sources = new EnumMap<>(StructuredReply.Source.class);
      ExecutorService pool = Executors.newFixedThreadPool(4);
      Sleeper sleeper = new Sleeper();
      sleeper.start();
      try {
        for (int i = 0; i < CALLS; i++) {
          int call = i;
          late.add(
              pool.submit(
                  () -> {
                    long start = System.nanoTime();
                    StructuredReply reply = called(chat, call);
                    long took = System.nanoTime() - start;
                    String expected =
                        reply.source() == StructuredReply.Source.FALLBACK
                            ? "{\"work\":\"none\"}"
                            : "{\"work\":\"a\"}";
                    assertThat(reply.json()).isEqualTo(expected);
                    synchronized (sources) {
                      sources.merge(reply.source(), 1, Integer::sum);
                    }
                    return took - DEADLINE.toNanos();
                  }));
        }
        long[] lateness = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
          lateness[i] = late.get(i).get();
        }
        Arrays.sort(lateness);
        System.out.printf(
            "%d calls: %s, the latest %d ms after its deadline, a sleeper %d ms; %s%n",
            CALLS,
            sources,
            TimeUnit.NANOSECONDS.toMillis(lateness[CALLS - 1]),
            TimeUnit.NANOSECONDS.toMillis(sleeper.latest),
            guarded.usage());
        assertThat(Duration.ofNanos(lateness[CALLS - 1] - sleeper.latest)).isLessThan(MOST_LATE);
        assertThat(sources)
            .containsKeys(
                StructuredReply.Source.MODEL,
                StructuredReply.Source.CACHE,
                StructuredReply.Source.FALLBACK);
      } finally {
        sleeper.interrupt();
        pool.shutdownNow();
      }
    }
  }
}
