package dev.nightjar.destinations;

/**
 * A file that was written.
 *
 * @param name in its folder
 * @param rows members in it
 * @param hash SHA-256 of the file, lower-case hex
 * @param plainHash SHA-256 of what it is before packing and encryption; the same as hash where it
 *     is neither packed nor encrypted
 * @param recipients ids of the keys to which it is encrypted; empty where it is not
 */
public record DataFile(
    String name, long rows, long bytes, String hash, String plainHash, String recipients) {

  /** Whether an encrypted file holds the same for the same readers. */
  boolean hasSameContents(DataFile other) {
    return !recipients.isEmpty()
        && recipients.equals(other.recipients)
        && plainHash.equals(other.plainHash);
  }
}
