package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.web.Handler;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Request;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Languages;
import io.artrec.examples.gallery.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells visitors apart by a cookie with a number that nobody guesses, and lets changes in only with
 * a token that this visitor's own pages hold. Thread-safe.
 */
final class Entrance {
  static final String VISITOR = "visitor";
  static final String LANGUAGE = "lang";
  static final String THEME = "theme";
  static final String TOKEN = "token";
  static final Set<String> THEMES = Set.of("auto", "light", "dark");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final int ID_BYTES = 16;
  private static final String MAC = "HmacSHA256";

  private final SecureRandom random = new SecureRandom();
  private final byte[] secret = new byte[32];
  private final Guests guests;

  Entrance(Guests guests) {
    this.guests = guests;
    random.nextBytes(secret);
  }

  /** Answers a visit. */
  @FunctionalInterface
  interface Page {
    Response show(Visit visit) throws IOException;
  }

  /** Lets everybody in. */
  Handler page(Page page) {
    return request -> {
      Visit visit = visit(request);
      Response response = page.show(visit);
      return visit.isKnown() ? response : response.cookie(VISITOR, visit.visitor());
    };
  }

  /** Lets in those who bring the token of their own pages. */
  Handler change(Page page) {
    return request -> {
      Visit visit = visit(request);
      byte[] brought = request.value(TOKEN).orElse("").getBytes(StandardCharsets.UTF_8);
      if (!visit.isKnown()
          || !MessageDigest.isEqual(brought, visit.token().getBytes(StandardCharsets.UTF_8))) {
        throw new Refusal(403, "a change without the token of the visitor's page");
      }
      return page.show(visit);
    };
  }

  /** Makes a visit of a request. */
  Visit visit(Request request) {
    Optional<String> brought = request.cookie(VISITOR).filter(id -> ID.matcher(id).matches());
    String visitor = brought.orElseGet(this::newVisitor);
    Words words =
        request
            .cookie(LANGUAGE)
            .flatMap(Languages::of)
            .orElseGet(() -> Languages.preferred(request.header("Accept-Language").orElse("")));
    Guest guest = brought.isPresent() ? guests.of(visitor) : new Guest();
    return new Visit(
        request, new Visit.Identity(visitor, brought.isPresent(), token(visitor)), words, guest);
  }

  /** Returns an id that nobody had. */
  String newVisitor() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private String token(String visitor) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret, MAC));
      return HexFormat.of().formatHex(mac.doFinal(visitor.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
