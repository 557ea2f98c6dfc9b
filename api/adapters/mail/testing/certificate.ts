/** A self-signed certificate for `localhost`, valid for a century: for the mail server of the tests, and for nothing else. */
export const serverCertificate = `-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUGR/jdzpOaxMuGXxBbl1ur4GqOp8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTAwMTE1MVoYDzIxMjYxMDI4
MDAxMTUxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATZyQllB+m0YUNQ3d0A4bJdltmBo39SGsjJfBxDk9p+VhWjpx+yTisM
aU6Hw3YqYRAVXZMwjcwvEXK4m0R75PyAo2kwZzAdBgNVHQ4EFgQUnFzX6BRz4/K0
FTWjQx7oQHXo0HwwHwYDVR0jBBgwFoAUnFzX6BRz4/K0FTWjQx7oQHXo0HwwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgWjRK6hGCbFXosB55U+xg8e+GDO5PZZ0Bw0nAkmY2scACICr0eJlJS2Rk
BrgE0wLtXrg9E6NCOB6qahWMvHulK/z2
-----END CERTIFICATE-----
`;

/** What a client trusts that trusts this certificate: it signed itself. */
export const authority = serverCertificate;

export const serverKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdF1PtHl6pj5xc1zl
mFJ9J9koKImIdNYaktJOQs5TCMChRANCAATZyQllB+m0YUNQ3d0A4bJdltmBo39S
GsjJfBxDk9p+VhWjpx+yTisMaU6Hw3YqYRAVXZMwjcwvEXK4m0R75PyA
-----END PRIVATE KEY-----
`;
