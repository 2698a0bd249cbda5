/** A case: on each line what was done, and where that led: place, what it is about, guide and step of how many. */
export const JOURNEYS: Readonly<Record<string, string>> = {
  'from hello to the diagnosis in five taps': `
    start            | question users 1/4
    users=single     | question location 2/4
    location=inside  | question computers 3/4
    computers=single | symptom 4/4
    symptom=none     | diagnosis client`,

  'through a guide to the way in, then to a person': `
    start users=single location=inside computers=single symptom=none fix | step client/windows-update 1/1 1/6
    still-broken           | step client/desktop-setup 1/1 2/6
    cannot                 | warning client/reinstall 1/1 3/6
    confirm                | step client/reinstall 1/1 3/6
    still-broken           | warning client/certificate 1/1 4/6
    left                   | branch client/sign-in-check 1/1 5/6
    branch=cannot-sign-in  | warning client/credentials 1/1 6/6
    confirm                | step client/credentials 1/1 6/6
    still-broken           | way-in left
    still-broken           | person left`,

  'past the credentials when signing in works': `
    start users=single location=inside computers=single symptom=none fix | step client/windows-update 1/1 1/6
    still-broken still-broken left left | branch client/sign-in-check 1/1 5/6
    branch=signed-in                    | way-in left
    back                                | branch client/sign-in-check 1/1 5/6`,

  'to the credentials when nobody knows whether signing in works': `
    start users=single location=inside computers=single symptom=none fix | step client/windows-update 1/1 1/6
    still-broken still-broken left left | branch client/sign-in-check 1/1 5/6
    branch=unknown                      | warning client/credentials 1/1 6/6`,

  'back over a warning, one place at a time': `
    start users=single location=inside computers=single symptom=none fix | step client/windows-update 1/1 1/6
    still-broken still-broken confirm | step client/reinstall 1/1 3/6
    back                              | warning client/reinstall 1/1 3/6
    back                              | step client/desktop-setup 1/1 2/6
    back                              | step client/windows-update 1/1 1/6
    back                              | diagnosis client
    back                              | symptom 4/4
    back                              | question computers 3/4
    back                              | question location 2/4
    back                              | question users 1/4
    back                              | hello
    back                              | hello`,

  'to the good end, and back when it was said too early': `
    start users=single location=inside computers=single symptom=none fix | step client/windows-update 1/1 1/6
    still-broken | step client/desktop-setup 1/1 2/6
    fixed        | fixed client/desktop-setup
    back         | step client/desktop-setup 1/1 2/6
    fixed        | fixed client/desktop-setup
    restart      | question users 1/4`,

  'past Windows steps on a Mac': `
    start users=single location=inside computers=single symptom=none fix | step client/windows-update 1/1 1/6
    mac     | way-in left
    windows | step client/windows-update 1/1 1/6
    mac     | way-in left
    back    | step client/windows-update 1/1 1/6`,

  'past the rest of the Windows steps on a Mac, which is said late': `
    start users=single location=inside computers=single symptom=none fix | step client/windows-update 1/1 1/6
    still-broken still-broken | warning client/reinstall 1/1 3/6
    mac                       | way-in left
    back                      | warning client/reinstall 1/1 3/6`,

  'past a guide for Windows to the next one, which a Mac can follow': `
    start symptom=ie-error users=multiple location=outside computers=single fix | step network/connected 1/2 1/3
    mac                              | step network/connected 1/1 1/3
    still-broken still-broken left   | way-in left`,

  'through the federation guide for people who sign in': `
    start users=multiple location=outside computers=multiple symptom=none fix | branch federation/join-kind 1/2 1/4
    branch=authenticated | admin-step federation/external-communications 1/2 2/4
    left                 | admin-step federation/other-organization 1/2 3/4
    left                 | admin-step federation/federation-setup 1/2 4/4
    left                 | step network/connected 2/2 1/3
    still-broken         | step network/tripp 2/2 2/3
    still-broken         | admin-step network/dns-records 2/2 3/3
    left                 | way-in left
    still-broken         | person left`,

  'through the federation guide for guests': `
    start users=multiple location=outside computers=multiple symptom=none fix | branch federation/join-kind 1/2 1/4
    branch=anonymous | admin-step federation/anonymous-srv-record 1/2 2/3
    left             | admin-step federation/confirm-dns 1/2 3/3
    left             | step network/connected 2/2 1/3
    back             | admin-step federation/confirm-dns 1/2 3/3
    back             | admin-step federation/anonymous-srv-record 1/2 2/3
    back             | branch federation/join-kind 1/2 1/4`,

  'through both ways of the federation guide when nobody knows': `
    start users=single location=outside computers=multiple symptom=none fix | branch federation/join-kind 1/2 1/4
    branch=unknown | admin-step federation/external-communications 1/2 2/6
    left left left | admin-step federation/anonymous-srv-record 1/2 5/6
    left left      | step network/connected 2/2 1/3`,

  'through an admin’s steps as an admin, until they aren’t one': `
    start users=multiple location=outside computers=multiple symptom=none fix | branch federation/join-kind 1/2 1/4
    branch=authenticated | admin-step federation/external-communications 1/2 2/4
    admin                | step federation/external-communications 1/2 2/4
    still-broken         | step federation/other-organization 1/2 3/4
    user                 | admin-step federation/other-organization 1/2 3/4`,

  'back to an admin’s steps that were left, once an admin is there': `
    start users=single location=inside computers=multiple symptom=none fix | admin-step identity/rename-user 1/1 1/1
    left  | way-in left
    admin | step identity/rename-user 1/1 1/1`,

  'through lists for a helper': `
    start users=multiple location=outside computers=multiple symptom=none fix | branch federation/join-kind 1/2 1/4
    helper       | list federation 1/2 1/4
    still-broken | list network 2/2 1/3
    still-broken | way-in left
    still-broken | person left
    back         | way-in left
    back         | list network 2/2 1/3
    back         | list federation 1/2 1/4
    user         | branch federation/join-kind 1/2 1/4
    back         | diagnosis federation network`,

  'to what fixed it in a helper’s list': `
    start users=single location=inside computers=single symptom=none fix helper | list client 1/1 1/6
    confirm                  | list client 1/1 1/6
    fixed=client/certificate | fixed client/certificate
    back                     | list client 1/1 1/6`,

  'to all steps at once and back to one': `
    start users=single location=inside computers=single symptom=none fix still-broken | step client/desktop-setup 1/1 2/6
    all          | list client 1/1 2/6
    back         | step client/desktop-setup 1/1 2/6
    all          | list client 1/1 2/6
    still-broken | way-in left`,

  'through the guides of a symptom, then those of the table': `
    start users=single location=inside computers=single symptom=ie-error | diagnosis network client
    fix                            | step network/connected 1/2 1/3
    still-broken still-broken left | step client/windows-update 2/2 1/6`,

  'to the way in first when nothing helped before': `
    start users=single location=inside computers=single symptom=still-cannot-join | diagnosis web-app client
    fix          | way-in left
    still-broken | step client/windows-update 1/1 1/6
    back         | way-in left`,

  'to the way in at any time, and on from there': `
    start users=single | question location 2/4
    way-in             | way-in asked
    back               | question location 2/4
    way-in             | way-in asked
    still-broken       | question location 2/4
    way-in             | way-in asked
    fixed              | fixed by the way in
    back               | question location 2/4`,

  'past the way in at the end when it was tried before': `
    way-in still-broken start users=single location=inside computers=multiple symptom=none | diagnosis identity
    fix  | admin-step identity/rename-user 1/1 1/1
    left | person left`,

  'to a person and to help at any time, and back': `
    help   | help
    back   | hello
    start  | question users 1/4
    person | person asked
    back   | question users 1/4
    help   | help
    helper | question users 1/4`,

  'over a contradiction by changing one of the two': `
    start users=single    | question location 2/4
    location=both         | contradiction users location
    back                  | question location 2/4
    location=both         | contradiction users location
    change=users          | question users 1/4
    back                  | contradiction users location
    change=users          | question users 1/4
    users=multiple        | question computers 3/4
    computers=single      | symptom 4/4`,

  'over answers that nobody knows': `
    start users=unknown location=unknown computers=unknown | symptom 4/4
    symptom=none | diagnosis client federation network identity`,

  'back to the diagnosis when an answer is changed in the middle of the fix': `
    start users=single location=inside computers=single symptom=none fix | step client/windows-update 1/1 1/6
    change            | change
    back              | step client/windows-update 1/1 1/6
    change            | change
    change=computers  | question computers 3/4
    back              | diagnosis client
    change=computers  | question computers 3/4
    computers=multiple | diagnosis identity
    change=symptom    | symptom 4/4
    back              | diagnosis identity
    change=symptom    | symptom 4/4
    symptom=ie-error  | diagnosis network identity`,

  'to a diagnosis when an answer is changed after it was fixed': `
    start users=single location=inside computers=single symptom=none fix fixed | fixed client/windows-update
    change=computers   | question computers 3/4
    computers=multiple | diagnosis identity`,

  'to a stop, and anew from there': `
    start users=single | question location 2/4
    cancel             | cancelled
    back               | cancelled
    start              | question users 1/4`,
};
