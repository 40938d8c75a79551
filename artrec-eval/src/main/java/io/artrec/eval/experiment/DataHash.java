package io.artrec.eval.experiment;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.ArtworkJson;
import io.artrec.catalog.Catalog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of works and events. */
final class DataHash {
  private static final int ROW_BYTES = 24;
  private static final int ROWS_AT_ONCE = 4096;

  private final MessageDigest digest;

  DataHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds works: of those that are no more than an id, the ids; of others all that is known. */
  void add(Catalog catalog) {
    for (Artwork work : catalog) {
      boolean bare = work.equals(Artwork.builder(work.id(), work.id()).build());
      String text = bare ? work.id() : ArtworkJson.toJson(work);
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
  }

  void add(Interactions events) {
    for (int user = 0; user < events.userCount(); user++) {
      digest.update(events.userId(user).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    for (int artwork = 0; artwork < events.artworkCount(); artwork++) {
      digest.update(events.artworkId(artwork).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 1);
    }
    ByteBuffer rows = ByteBuffer.allocate(ROW_BYTES * ROWS_AT_ONCE);
    for (int event = 0; event < events.size(); event++) {
      rows.putInt(events.user(event));
      rows.putInt(events.artwork(event));
      rows.putInt(events.kind(event).code().hashCode());
      rows.putFloat(events.value(event));
      rows.putLong(events.epochMillis(event));
      if (!rows.hasRemaining() || event == events.size() - 1) {
        digest.update(rows.array(), 0, rows.position());
        rows.clear();
      }
    }
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
