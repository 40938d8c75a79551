package io.artrec.examples.gallery.web;

/** What the server bears. Immutable; {@code with} methods return changed copies. */
public final class ServerLimits {
  private final int formBytes;
  private final int uploadBytes;
  private final double requests;
  private final double changes;

  private ServerLimits(int formBytes, int uploadBytes, double requests, double changes) {
    this.formBytes = formBytes;
    this.uploadBytes = uploadBytes;
    this.requests = requests;
    this.changes = changes;
  }

  /**
   * Returns limits for a small gallery: forms of 64 kB, pictures of 12 MB; of one address 200
   * requests and 10 changes a second, and four times as many at once.
   *
   * @return the limits
   */
  public static ServerLimits standard() {
    return new ServerLimits(64 << 10, 12 << 20, 200, 10);
  }

  /**
   * Sets how many bytes a form with a file may have.
   *
   * @param bytes at least 1
   * @return changed limits
   */
  public ServerLimits withUploadBytes(int bytes) {
    return new ServerLimits(formBytes, bytes, requests, changes);
  }

  /**
   * Sets how much one address may ask for.
   *
   * @param aSecond requests a second
   * @return changed limits
   */
  public ServerLimits withRequests(double aSecond) {
    return new ServerLimits(formBytes, uploadBytes, aSecond, changes);
  }

  /**
   * Sets how much one address may change.
   *
   * @param aSecond changes a second
   * @return changed limits
   */
  public ServerLimits withChanges(double aSecond) {
    return new ServerLimits(formBytes, uploadBytes, requests, aSecond);
  }

  int formBytes() {
    return formBytes;
  }

  int uploadBytes() {
    return uploadBytes;
  }

  double requests() {
    return requests;
  }

  double changes() {
    return changes;
  }
}
