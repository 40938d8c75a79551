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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells visitors apart by a cookie with a number that nobody guesses and this gallery signed, and
 * lets changes in only with a token that this visitor's own pages hold. Thread-safe.
 */
final class Entrance {
  static final String VISITOR = "visitor";
  static final String LANGUAGE = "lang";
  static final String THEME = "theme";
  static final String TOKEN = "token";
  static final Set<String> THEMES = Set.of("auto", "light", "dark");

  private static final int ID_BYTES = 16;
  private static final int ID_DIGITS = 2 * ID_BYTES;
  private static final String MAC = "HmacSHA256";

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec secret;
  private final Guests guests;

  Entrance(Guests guests, byte[] secret) {
    this.guests = guests;
    this.secret = new SecretKeySpec(secret, MAC);
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
      return visit.isKnown() ? response : response.cookie(VISITOR, cookie(visit.visitor()));
    };
  }

  /** Lets in those who bring the token of their own pages. */
  Handler change(Page page) {
    return request -> {
      Visit visit = visit(request);
      if (!visit.isKnown() || !equal(request.value(TOKEN).orElse(""), visit.token())) {
        throw new Refusal(403, "a change without the token of the visitor's page");
      }
      return page.show(visit);
    };
  }

  /** Makes a visit of a request. */
  Visit visit(Request request) {
    Optional<String> brought = request.cookie(VISITOR).flatMap(this::visitor);
    String visitor = brought.orElseGet(this::newVisitor);
    Words words =
        request
            .cookie(LANGUAGE)
            .flatMap(Languages::of)
            .orElseGet(() -> Languages.preferred(request.header("Accept-Language").orElse("")));
    Visit.Identity identity = new Visit.Identity(visitor, brought.isPresent(), token(visitor));
    return new Visit(request, identity, words, guests.of(visitor));
  }

  /** Returns an id that nobody had. */
  String newVisitor() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /** Returns what a visitor's browser keeps: the id, and what only this gallery can add to it. */
  String cookie(String visitor) {
    return visitor + mac("visitor", visitor);
  }

  /** Returns whose cookie it is; empty for one that was not made here. */
  private Optional<String> visitor(String cookie) {
    String id = cookie.substring(0, Math.min(ID_DIGITS, cookie.length()));
    return equal(cookie, cookie(id)) ? Optional.of(id) : Optional.empty();
  }

  private String token(String visitor) {
    return mac("token", visitor);
  }

  private String mac(String purpose, String visitor) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(secret);
      byte[] signed = (purpose + ':' + visitor).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  /** Compares in a time that tells nothing of where two texts differ. */
  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
