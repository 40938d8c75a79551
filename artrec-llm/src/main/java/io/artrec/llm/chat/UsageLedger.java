package io.artrec.llm.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what was used, by prompt and by day (UTC). Thread-safe. */
final class UsageLedger {
  private static final int CHARS_A_TOKEN = 3;

  private final Clock clock;
  private final Map<String, UsageReport> byPrompt = new TreeMap<>();
  private UsageReport all = UsageReport.NOTHING;
  private LocalDate day = LocalDate.MIN;
  private long today;

  UsageLedger(Clock clock) {
    this.clock = clock;
  }

  /** Refuses when the day's tokens are used up. */
  synchronized void check(String model, long daily) {
    Instant now = clock.instant();
    LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (date.equals(day) && today >= daily) {
      Instant midnight = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      throw new RateLimitedException(
          model + " was not asked, since " + today + " tokens of the day's " + daily + " are used",
          Optional.of(Duration.between(now, midnight)));
    }
  }

  synchronized void replied(ChatRequest request, ChatReply reply, Duration took) {
    TokenUsage used = reply.usage().orElseGet(() -> estimated(request, reply));
    LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    today = date.equals(day) ? today + used.total() : used.total();
    day = date;
    all = all.withReply(used, took);
    UsageReport old = byPrompt.getOrDefault(name(request), UsageReport.NOTHING);
    byPrompt.put(name(request), old.withReply(used, took));
  }

  synchronized void failed(ChatRequest request, String kind) {
    all = all.withFailure(kind);
    UsageReport old = byPrompt.getOrDefault(name(request), UsageReport.NOTHING);
    byPrompt.put(name(request), old.withFailure(kind));
  }

  synchronized void noted(ChatRequest request, Note note) {
    all = all.withNote(note);
    UsageReport old = byPrompt.getOrDefault(name(request), UsageReport.NOTHING);
    byPrompt.put(name(request), old.withNote(note));
  }

  private static String name(ChatRequest request) {
    return request.prompt().map(PromptId::name).orElse("");
  }

  /** A token for every three chars, where the server does not tell; images count for nothing. */
  private static TokenUsage estimated(ChatRequest request, ChatReply reply) {
    long chars = request.system().map(String::length).orElse(0);
    for (ChatTurn turn : request.turns()) {
      chars += turn.text().length();
    }
    return new TokenUsage(chars / CHARS_A_TOKEN + 1, reply.text().length() / CHARS_A_TOKEN + 1);
  }

  synchronized UsageReport all() {
    return all;
  }

  synchronized Map<String, UsageReport> byPrompt() {
    return Map.copyOf(byPrompt);
  }
}
