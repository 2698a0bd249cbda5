/**
 * What the answers alone lead to, written out from the article's table.
 * `users location computers | state | categories | guides`; `-` is not answered, or nothing.
 */
export const SCOPING_TABLE = `
single   inside  single   | complete      | client-issue | client
single   inside  multiple | complete      | user-identity-issue provisioning-issue | identity
single   outside single   | complete      | client-issue | client
single   outside multiple | complete      | lync-federation-issue external-network-issue | federation network
single   both    single   | contradiction | - | -
single   both    multiple | contradiction | - | -
multiple inside  single   | complete      | client-issue | client
multiple inside  multiple | complete      | network-issue service-outage | network
multiple outside single   | complete      | client-issue | client
multiple outside multiple | complete      | lync-federation-issue external-network-issue | federation network
multiple both    single   | complete      | client-issue | client
multiple both    multiple | complete      | service-outage network-issue | network
single   inside  unknown  | open          | client-issue user-identity-issue provisioning-issue | client identity
single   inside  -        | open          | client-issue user-identity-issue provisioning-issue | client identity
single   outside unknown  | open          | client-issue lync-federation-issue external-network-issue | client federation network
single   outside -        | open          | client-issue lync-federation-issue external-network-issue | client federation network
single   both    unknown  | contradiction | - | -
single   both    -        | contradiction | - | -
single   unknown single   | open          | client-issue | client
single   unknown multiple | open          | user-identity-issue provisioning-issue lync-federation-issue external-network-issue | identity federation network
single   unknown unknown  | open          | client-issue user-identity-issue provisioning-issue lync-federation-issue external-network-issue | client identity federation network
single   unknown -        | open          | client-issue user-identity-issue provisioning-issue lync-federation-issue external-network-issue | client identity federation network
single   -       single   | open          | client-issue | client
single   -       multiple | open          | user-identity-issue provisioning-issue lync-federation-issue external-network-issue | identity federation network
single   -       unknown  | open          | client-issue user-identity-issue provisioning-issue lync-federation-issue external-network-issue | client identity federation network
single   -       -        | open          | client-issue user-identity-issue provisioning-issue lync-federation-issue external-network-issue | client identity federation network
multiple inside  unknown  | open          | client-issue network-issue service-outage | client network
multiple inside  -        | open          | client-issue network-issue service-outage | client network
multiple outside unknown  | open          | client-issue lync-federation-issue external-network-issue | client federation network
multiple outside -        | open          | client-issue lync-federation-issue external-network-issue | client federation network
multiple both    unknown  | open          | client-issue service-outage network-issue | client network
multiple both    -        | open          | client-issue service-outage network-issue | client network
multiple unknown single   | open          | client-issue | client
multiple unknown multiple | open          | network-issue service-outage lync-federation-issue external-network-issue | network federation
multiple unknown unknown  | open          | client-issue network-issue service-outage lync-federation-issue external-network-issue | client network federation
multiple unknown -        | open          | client-issue network-issue service-outage lync-federation-issue external-network-issue | client network federation
multiple -       single   | open          | client-issue | client
multiple -       multiple | open          | network-issue service-outage lync-federation-issue external-network-issue | network federation
multiple -       unknown  | open          | client-issue network-issue service-outage lync-federation-issue external-network-issue | client network federation
multiple -       -        | open          | client-issue network-issue service-outage lync-federation-issue external-network-issue | client network federation
unknown  inside  single   | open          | client-issue | client
unknown  inside  multiple | open          | user-identity-issue provisioning-issue network-issue service-outage | identity network
unknown  inside  unknown  | open          | client-issue user-identity-issue provisioning-issue network-issue service-outage | client identity network
unknown  inside  -        | open          | client-issue user-identity-issue provisioning-issue network-issue service-outage | client identity network
unknown  outside single   | open          | client-issue | client
unknown  outside multiple | open          | lync-federation-issue external-network-issue | federation network
unknown  outside unknown  | open          | client-issue lync-federation-issue external-network-issue | client federation network
unknown  outside -        | open          | client-issue lync-federation-issue external-network-issue | client federation network
unknown  both    single   | open          | client-issue | client
unknown  both    multiple | open          | service-outage network-issue | network
unknown  both    unknown  | open          | client-issue service-outage network-issue | client network
unknown  both    -        | open          | client-issue service-outage network-issue | client network
unknown  unknown single   | open          | client-issue | client
unknown  unknown multiple | open          | lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | federation network identity
unknown  unknown unknown  | open          | client-issue lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | client federation network identity
unknown  unknown -        | open          | client-issue lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | client federation network identity
unknown  -       single   | open          | client-issue | client
unknown  -       multiple | open          | lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | federation network identity
unknown  -       unknown  | open          | client-issue lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | client federation network identity
unknown  -       -        | open          | client-issue lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | client federation network identity
-        inside  single   | open          | client-issue | client
-        inside  multiple | open          | user-identity-issue provisioning-issue network-issue service-outage | identity network
-        inside  unknown  | open          | client-issue user-identity-issue provisioning-issue network-issue service-outage | client identity network
-        inside  -        | open          | client-issue user-identity-issue provisioning-issue network-issue service-outage | client identity network
-        outside single   | open          | client-issue | client
-        outside multiple | open          | lync-federation-issue external-network-issue | federation network
-        outside unknown  | open          | client-issue lync-federation-issue external-network-issue | client federation network
-        outside -        | open          | client-issue lync-federation-issue external-network-issue | client federation network
-        both    single   | open          | client-issue | client
-        both    multiple | open          | service-outage network-issue | network
-        both    unknown  | open          | client-issue service-outage network-issue | client network
-        both    -        | open          | client-issue service-outage network-issue | client network
-        unknown single   | open          | client-issue | client
-        unknown multiple | open          | lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | federation network identity
-        unknown unknown  | open          | client-issue lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | client federation network identity
-        unknown -        | open          | client-issue lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | client federation network identity
-        -       single   | open          | client-issue | client
-        -       multiple | open          | lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | federation network identity
-        -       unknown  | open          | client-issue lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | client federation network identity
-        -       -        | open          | client-issue lync-federation-issue external-network-issue network-issue service-outage user-identity-issue provisioning-issue | client federation network identity
`;
