package dev.nightjar.pipeline;

/**
 * How to reach the database.
 *
 * @param url JDBC URL without user and password
 */
record Server(String url, String user, String password) {
  @Override
  public String toString() {
    return url;
  }
}
