"""Weights of violation signs, by tools/fit_assess.py; docs/assessing.md is their card."""

LINE = 0.36
"""A probability above it is an answer: where F1 was best in cross-validation."""

PARSED = """
feature killing arbitrary_detention kidnapping torture enforced_disappearance
(intercept) -1.29 -3.68 -0.377 -2.8 -0.601
arbitrary_detention early 0 0.0246 0 0 0
arbitrary_detention he 0 0.0006 0 0 0
arbitrary_detention named -0.0489 -0.000155 -0.0217 -0.0139 0.00805
arbitrary_detention state does 0 -0.0331 0 0 0
arbitrary_detention suspect 0.0173 -0.108 0.04 0.0286 -0.0309
arbitrary_detention whom 0 0.0106 0 0 0
armed any 0.00916 -0.0641 0.0163 0.00901 0.0105
armed count -0.00275 -0.0445 0.0131 0.00614 0.0176
armed lead -0.0686 -0.0314 0.0592 0.0505 -0.011
armed share 0.00641 -0.172 0.137 0.0533 0.0149
armed title -0.00213 -0.105 0.15 0.0108 0.0299
arrest any 0 0.0215 0 0 0
arrest borne 0 -0.0133 0 0 0
arrest by armed 0 -0.0847 0 0 0
arrest by state 0 0.0228 0 0 0
arrest count 0 0.00378 0 0 0
arrest first 0 0.0668 0 0 0
arrest lead 0 0.0328 0 0 0
arrest of all -0.0333 0.101 -0.0424 -0.0573 0.0655
arrest real 0 0.00832 0 0 0
arrest share 0 0.0214 0 0 0
arrest title 0.0417 0.0272 -0.0459 -0.000143 0.0619
arrest unreal 0 -0.104 0 0 0
attack named -0.000656 -0.0264 -0.0371 -0.0417 -0.00252
attack title -0.154 -0.0792 0.0756 0.0404 -0.0155
beat any 0 0 0 0.0525 0
beat borne 0 0 0 -0.0918 0
beat by state 0 0 0 -0.0251 0
beat count 0 0 0 -0.00886 0
beat first 0 0 0 0.00119 0
beat lead 0 0 0 0.042 0
beat real 0 0 0 -0.0099 0
beat share 0 0 0 0.15 0
beat title -0.16 -0.211 -0.00858 0.0685 -0.0269
beat unreal 0 0 0 -0.0618 0
captive any 0 0 -0.0106 0 0
captive borne 0 0 0.0468 0 0
captive by armed 0 0 0.0651 0 0
captive by state 0 0 0.0124 0 0
captive count 0 0 0.0153 0 0
captive first 0 0 -0.0132 0 0
captive lead 0 0 -0.0584 0 0
captive real 0 0 0.0149 0 0
captive share 0 0 0.0982 0 0
court any 0 -0.0217 0 0 0
court borne 0 -0.0153 0 0 0
court by armed 0 -0.101 0 0 0
court by state 0 0.012 0 0 0
court count 0 -0.00881 0 0 0
court first 0 -0.00698 0 0 0
court lead 0 -0.0264 0 0 0
court real 0 -0.011 0 0 0
court share 0 -0.0349 0 0 0
court title -0.0859 -0.0397 0.0122 -0.0181 -0.0814
court unreal 0 0.0115 0 0 0
defender title -0.00961 0.0188 -0.0592 0.0579 0.0573
die any -0.0221 0 0 0 0
die borne 0.0413 0 0 0 0
die by state -0.00208 0 0 0 0
die count 0.00237 0 0 0 0
die first 0.0113 0 0 0 0
die lead 0.0956 0 0 0 0
die real 0.00959 0 0 0 0
die share 0.0925 0 0 0 0
die title 0.11 -0.0355 -0.0831 -0.053 -0.0754
die unreal -0.0471 0 0 0 0
disappear any 0 0 0 0 -0.0837
disappear borne 0 0 0 0 -0.0574
disappear count 0 0 0 0 -0.043
disappear first 0 0 0 0 -0.115
disappear of all 0.0335 -0.11 0.104 -0.104 -0.268
disappear real 0 0 0 0 -0.0474
disappear share 0 0 0 0 -0.325
enforced_disappearance he 0 0 0 0 -0.0613
enforced_disappearance whom 0 0 0 0 -0.104
execute any 0.0472 0 0 0 0
execute borne 0.0338 0 0 0 0
execute by state 0.124 0 0 0 0
execute count 0.00807 0 0 0 0
execute first 0.138 0 0 0 0
execute real 0.0111 0 0 0 0
execute share 0.0996 0 0 0 0
execute unreal 0.0286 0 0 0 0
jail any 0 0.00964 0 0 0
jail borne 0 0.0111 0 0 0
jail by armed 0 -0.113 0 0 0
jail by state 0 -0.04 0 0 0
jail count 0 -0.000971 0 0 0
jail first 0 -0.00576 0 0 0
jail lead 0 0.00468 0 0 0
jail real 0 -0.000873 0 0 0
jail share 0 -0.0367 0 0 0
jail title -0.0523 0.0664 -0.035 0.0189 -0.0826
jail unreal 0 -0.0105 0 0 0
journalist title -0.0123 0.0512 -0.0333 -0.0161 0.0297
kidnap any 0 0 -0.00293 0 0
kidnap borne 0 0 0.0177 0 0
kidnap by armed 0 0 0.0499 0 0
kidnap by state 0 0 -0.00857 0 0
kidnap count 0 0 0.00477 0 0
kidnap first 0 0 0.0262 0 0
kidnap lead 0 0 0.0356 0 0
kidnap of all 0.0015 -0.167 0.12 -0.00191 -0.039
kidnap real 0 0 0.00657 0 0
kidnap share 0 0 0.0616 0 0
kidnap title 0.00889 -0.13 0.0458 -0.00639 -0.0359
kidnap unreal 0 0 -0.0486 0 0
kidnapping armed does 0 0 0.0381 0 0
kidnapping early 0 0 0.0287 0 0
kidnapping he 0 0 -0.0428 0 0
kidnapping named 0.0794 -0.0936 -0.0185 -0.00331 0.0569
kidnapping state does 0 0 -0.105 0 0
kidnapping suspect -0.0147 -0.165 0.14 -0.023 -0.021
kidnapping whom 0 0 0.0272 0 0
kill any 0.00733 0 0 0 0
kill borne 0.0143 0 0 0 0
kill by armed -0.0151 0 0 0 0
kill by state -0.00708 0 0 0 0
kill count 0.00155 0 0 0 0
kill first -0.0265 0 0 0 0
kill lead 0.0784 0 0 0 0
kill of all 0.0715 -0.0284 -0.0378 0.0325 -0.0212
kill real 0.00738 0 0 0 0
kill share 0.117 0 0 0 0
kill title 0.0105 -0.182 0.104 0.0908 -0.0644
kill unreal -0.0933 0 0 0 0
killer any 0.0587 0 0 0 0
killer count 0.0113 0 0 0 0
killer lead -0.158 0 0 0 0
killer share -0.0159 0 0 0 0
killing armed does -0.000625 0 0 0 0
killing early 0.0314 0 0 0 0
killing he -0.0365 0 0 0 0
killing named 0.0255 -0.0256 0.0116 -0.0228 -0.0146
killing state does 0.117 0 0 0 0
killing whom 0.0417 0 0 0 0
law any -0.027 0.106 -0.0614 -0.0322 0.0801
law count -0.0207 0.00449 -0.0277 -0.0126 0.0224
law lead -0.0434 -0.0315 0.00954 0.041 -0.0054
law share -0.0304 0.00151 -0.0837 0.0569 0.0771
law title -0.0123 -0.0808 -0.0546 0.0984 0.0239
length -0.0541 0.0198 -0.0421 -0.0549 0.0121
misfortune any -0.0564 -0.0135 -0.00813 -0.0372 -0.0301
misfortune count -0.0181 -0.0278 -0.0069 -0.0115 -0.00549
misfortune lead -0.112 0.131 0.00927 -0.0723 -0.0701
misfortune share -0.0639 -0.0615 -0.0493 -0.00109 -0.101
missing any 0 0 0 0 0.0318
missing borne 0 0 0 0 -0.0377
missing count 0 0 0 0 0.00317
missing first 0 0 0 0 -0.0768
missing real 0 0 0 0 0.0111
missing share 0 0 0 0 -0.0502
release any 0 0.0788 0 0 0
release count 0 0.049 0 0 0
release lead 0 0.0439 0 0 0
release share 0 0.18 0 0 0
release title 0.0482 0.0735 0.0578 0.0568 0.0202
report any -0.00582 -0.0202 -0.0231 0.0368 0.00951
report count -0.0236 -0.0287 -0.0251 -0.00697 0.0144
report lead 0.0645 -0.0203 -0.0509 0.0162 0.0491
report share 0.00957 -0.141 -0.0904 0.183 0.014
sexual any 0 0 0 0.0838 0
sexual count 0 0 0 -0.053 0
sexual share 0 0 0 0.0249 0
state any 0.0251 0.236 -0.0727 -0.102 -0.18
state count -0.0196 0.0151 -0.0181 -0.0201 0.00761
state lead 0.0251 -0.0236 0.017 0.00763 0.00892
state share 0.0336 0.0379 -0.0111 0.0405 -0.0162
state title 0.0227 0.00264 0.0299 0.0377 0.0496
story any -0.0211 0.01 -0.0263 -0.0344 -0.00205
story count -0.0289 0.0269 -0.0347 -0.0469 0.000567
story share -0.0165 0.0531 -0.24 0.00902 -0.0628
suspect any -0.00319 -0.0521 0.0179 -0.0256 -0.027
suspect count -0.00145 -0.0662 0.0094 0.000822 -0.0261
suspect lead -0.00795 -0.116 0.0102 0.000919 -0.0356
suspect share 0.0795 -0.283 0.0904 0.0559 -0.0966
suspect title 0.0543 -0.166 -0.0139 0.0667 -0.00593
sweeping any 0.0348 0.0667 -0.0479 -0.0227 0.0325
sweeping count 0.00559 0.00487 -0.035 -0.0117 0.0251
sweeping lead 0.105 0.036 -0.0245 0.112 0.052
sweeping share 0.163 0.0343 -0.157 0.0806 0.0955
taken any 0 0 -0.0277 0 0
taken borne 0 0 -0.0135 0 0
taken by state 0 0 0.0196 0 0
taken count 0 0 -0.0703 0 0
taken first 0 0 -0.0127 0 0
taken lead 0 0 -0.0497 0 0
taken real 0 0 -0.066 0 0
taken share 0 0 -0.151 0 0
threat title -0.0245 0.0466 -0.0415 -0.00136 -0.103
torture any 0 0 0 0.0398 0
torture borne 0 0 0 0.00728 0
torture by state 0 0 0 0.0275 0
torture count 0 0 0 0.0145 0
torture early 0 0 0 0.155 0
torture first 0 0 0 0.0611 0
torture he 0 0 0 0.0259 0
torture lead 0 0 0 0.121 0
torture named -0.0298 -0.0632 -0.0392 -0.00167 -0.0277
torture of all 0.0111 0.0962 -0.0748 0.131 -0.0197
torture real 0 0 0 0.0169 0
torture share 0 0 0 0.282 0
torture state does 0 0 0 -0.0518 0
torture title -0.104 -0.229 -0.00655 0.086 0.0514
torture unreal 0 0 0 -0.0993 0
torture whom 0 0 0 -0.022 0
unionist title -0.0264 0.00857 0.0415 0.00987 0.0141
unjust any -0.083 0.105 -0.0473 -0.0223 0.07
unjust count -0.0375 0.0436 -0.018 -0.0351 0.0205
unjust lead -0.0505 0.0521 -0.0286 -0.0125 0.0216
unjust share -0.163 0.197 -0.0407 -0.0865 0.073
unjust title -0.112 0.0719 0.00601 -0.0307 0.0351
"""

PARSED_SENTENCES = """
feature killing arbitrary_detention kidnapping torture enforced_disappearance
any -0.595 -0.601 -0.75 -0.57 -0.79
bears 0.0928 0.0035 -0.156 0.0789 -0.194
bears accused 0.0392 -0.161 0.0713 0.0949 0.00622
bears named 0.392 0.435 0.447 0.389 0.421
bears victim 0.649 0.743 0.411 0.437 0.34
beside arbitrary_detention 0.195 0.124 0.0629 0.278 0.02
beside armed 0.159 0.0998 0.268 0.338 0.236
beside attack 0.0433 -0.0407 -0.00128 0.0446 0.0158
beside defender 0.686 0.886 0.519 0.567 0.659
beside enforced_disappearance 0.0449 0.15 0.02 0.194 0.0909
beside journalist -0.0899 -0.0889 -0.155 0.0918 -0.0262
beside kidnapping -0.356 -0.455 -0.301 -0.204 -0.338
beside killing 0.0433 0.146 -0.179 0.213 0.015
beside kin 0.0425 0.11 0.0729 0.176 0.0654
beside law -0.189 0.103 -0.0627 0.0696 -0.0509
beside lawyer -0.462 -0.451 -0.476 -0.485 -0.416
beside may -0.389 -0.172 -0.256 -0.315 -0.206
beside misfortune -0.0855 -0.0502 -0.0678 -0.0501 -0.0826
beside not -0.61 -0.41 -0.559 -0.477 -0.534
beside official -0.317 -0.297 -0.35 -0.272 -0.371
beside other victim 0.159 0.269 0.0995 0.303 -0.0978
beside past 0.0579 0.166 -0.0716 0.12 0.148
beside report -0.155 -0.126 -0.102 -0.0451 -0.2
beside say 0.0512 0.186 0.248 0.418 0.226
beside state 0.239 0.0404 -0.0587 0.0458 -0.17
beside story -0.135 -0.101 -0.0866 -0.0761 -0.101
beside suspect -0.282 -0.459 -0.163 -0.198 -0.212
beside sweeping 0.198 0.134 0.033 0.112 -0.0542
beside threat -0.0763 0.0472 -0.104 0.078 -0.0492
beside torture 0.574 0.763 0.618 0.572 0.62
beside unionist 0.0277 0.0465 0.0539 0.00522 0.00695
beside unjust 0.533 0.8 0.564 0.708 0.549
beside victim 0.547 0.471 0.45 0.466 0.349
depth 0.0725 -0.0881 -0.186 0.0242 -0.032
does -0.0641 0.00925 0.082 0.282 0.0241
does armed -0.191 -0.133 -0.132 -0.0677 -0.116
does state 0.372 0.387 0.3 0.411 0.327
early 0.395 0.166 0.456 0.511 0.196
fourth 0.12 0.177 0.119 0.119 0.119
fourth charged 0.0534 -0.011 0.017 0.017 0.017
fourth real 0.0572 0.0798 0.0549 0.0549 0.0549
fourth twice 0.0624 0.0837 0.0584 0.0584 0.0584
fourth unreal 0.0698 0.108 0.0713 0.0713 0.0713
lead 0.259 0.242 0.25 0.398 0.185
length -0.915 -0.726 -1 -0.745 -1.02
near armed -0.208 -0.136 -0.0582 -0.000417 -0.0826
near number 0.35 0.25 0.277 0.139 0.201
near person 0.084 0.129 0.142 0.0583 0.21
near state -0.316 -0.241 -0.331 -0.186 -0.255
near victim 0.02 -0.232 -0.252 -0.29 -0.384
plainest 0.723 0.991 0.717 1.07 0.469
plainest charged 0.6 0.513 0.596 0.663 0.479
plainest real 0.777 1.08 0.775 1.07 0.505
plainest twice -0.00587 0.176 0.0711 0.145 0.0948
plainest unreal -0.131 -0.18 -0.137 -0.112 -0.113
second 0.104 0.336 0.0583 -0.011 0.205
second charged 0.00532 -0.000947 -0.0465 -0.0947 -0.0474
second real 0.239 0.447 0.16 0.0928 0.312
second twice 0.0835 0.102 0.0134 0.0111 0.000112
second unreal -0.194 -0.151 -0.141 -0.144 -0.146
third 0.318 0.0498 0.0364 0.111 0.114
third charged -0.0484 -0.057 -0.0481 -0.038 -0.0426
third real 0.33 0.0438 0.0479 0.119 0.12
third twice 0.194 0.171 0.137 0.128 0.14
third unreal -0.0176 0.0188 -0.00874 -0.00571 -0.00294
title -0.179 -0.158 -0.129 -0.13 -0.154
"""

BARE = """
feature killing arbitrary_detention kidnapping torture enforced_disappearance
(intercept) -1.23 -3.72 -0.339 -2.75 -0.633
armed any 0.0134 -0.0744 0.0175 0.0119 0.0114
armed count -0.00186 -0.0523 0.0121 0.00473 0.0183
armed lead -0.0511 -0.0641 0.0839 0.0518 -0.00389
armed share 0.022 -0.208 0.144 0.0469 0.017
armed title 0.0345 -0.116 0.162 -0.0115 0.0335
arrest any 0 0.03 0 0 0
arrest borne 0 0.00789 0 0 0
arrest by armed 0 -0.122 0 0 0
arrest by state 0 0.0263 0 0 0
arrest count 0 0.00484 0 0 0
arrest first 0 0.065 0 0 0
arrest lead 0 0.0378 0 0 0
arrest of all -0.0377 0.122 -0.0496 -0.0581 0.0644
arrest real 0 0.00904 0 0 0
arrest share 0 0.00674 0 0 0
arrest title 0.0433 0.0295 -0.0468 0.00731 0.0628
arrest unreal 0 -0.09 0 0 0
attack title -0.136 -0.0768 0.0732 0.0451 -0.0132
beat any 0 0 0 0.0532 0
beat borne 0 0 0 -0.104 0
beat by state 0 0 0 -0.0262 0
beat count 0 0 0 -0.00808 0
beat first 0 0 0 0.00475 0
beat lead 0 0 0 -0.0246 0
beat real 0 0 0 -0.0104 0
beat share 0 0 0 0.172 0
beat title -0.164 -0.224 -0.0203 0.0993 -0.0293
beat unreal 0 0 0 -0.0476 0
captive any 0 0 -0.0149 0 0
captive borne 0 0 0.0631 0 0
captive by armed 0 0 0.0647 0 0
captive by state 0 0 0.0161 0 0
captive count 0 0 0.0203 0 0
captive first 0 0 -0.0184 0 0
captive lead 0 0 -0.00761 0 0
captive real 0 0 0.0219 0 0
captive share 0 0 0.113 0 0
court any 0 -0.0337 0 0 0
court borne 0 -0.0332 0 0 0
court by armed 0 -0.134 0 0 0
court by state 0 0.0104 0 0 0
court count 0 -0.0128 0 0 0
court first 0 -0.00734 0 0 0
court lead 0 -0.0263 0 0 0
court real 0 -0.0149 0 0 0
court share 0 -0.0626 0 0 0
court title -0.0824 -0.0325 0.00887 -0.0182 -0.0814
court unreal 0 0.00209 0 0 0
defender title -0.0029 0.0291 -0.0647 0.0422 0.0618
die any -0.0265 0 0 0 0
die borne 0.0621 0 0 0 0
die by state 0.00546 0 0 0 0
die count 0.00053 0 0 0 0
die first 0.00544 0 0 0 0
die lead 0.116 0 0 0 0
die real 0.00673 0 0 0 0
die share 0.0974 0 0 0 0
die title 0.121 -0.00664 -0.0891 -0.0521 -0.0819
die unreal -0.013 0 0 0 0
disappear any 0 0 0 0 -0.0907
disappear borne 0 0 0 0 -0.0924
disappear count 0 0 0 0 -0.0482
disappear first 0 0 0 0 -0.125
disappear of all 0.085 -0.15 0.107 -0.141 -0.291
disappear real 0 0 0 0 -0.0525
disappear share 0 0 0 0 -0.374
execute any 0.0478 0 0 0 0
execute borne 0.00465 0 0 0 0
execute by state 0.234 0 0 0 0
execute count 0.0092 0 0 0 0
execute first 0.142 0 0 0 0
execute real 0.0144 0 0 0 0
execute share 0.104 0 0 0 0
execute unreal 0.033 0 0 0 0
jail any 0 0.00846 0 0 0
jail borne 0 0.0107 0 0 0
jail by state 0 -0.0402 0 0 0
jail count 0 -0.00286 0 0 0
jail first 0 -0.00932 0 0 0
jail lead 0 -0.000626 0 0 0
jail real 0 -0.00255 0 0 0
jail share 0 -0.0583 0 0 0
jail title -0.0649 0.0801 -0.0361 0.00652 -0.0895
jail unreal 0 -0.0134 0 0 0
journalist title -0.0108 0.0623 -0.0405 -0.0045 0.0357
kidnap any 0 0 -0.00302 0 0
kidnap borne 0 0 0.00523 0 0
kidnap by armed 0 0 0.0473 0 0
kidnap by state 0 0 -0.0105 0 0
kidnap count 0 0 0.00469 0 0
kidnap first 0 0 0.0207 0 0
kidnap lead 0 0 0.054 0 0
kidnap of all -0.00203 -0.192 0.12 0.00561 -0.0374
kidnap real 0 0 0.00612 0 0
kidnap share 0 0 0.077 0 0
kidnap title 0.000452 -0.151 0.0445 0.000698 -0.0348
kidnap unreal 0 0 -0.0469 0 0
kill any 0.0098 0 0 0 0
kill borne 0.0552 0 0 0 0
kill by armed -0.0124 0 0 0 0
kill by state -0.0032 0 0 0 0
kill count 0.00108 0 0 0 0
kill first -0.0294 0 0 0 0
kill lead 0.0539 0 0 0 0
kill of all 0.0766 -0.0204 -0.0261 0.0295 -0.0206
kill real 0.00793 0 0 0 0
kill share 0.12 0 0 0 0
kill title 0.00447 -0.204 0.119 0.0928 -0.0634
kill unreal -0.0962 0 0 0 0
killer any 0.0647 0 0 0 0
killer count 0.013 0 0 0 0
killer lead -0.169 0 0 0 0
killer share -0.0155 0 0 0 0
law any -0.0235 0.127 -0.0638 -0.0547 0.0839
law count -0.0216 0.0087 -0.03 -0.0152 0.0215
law lead -0.0371 -0.0354 0.00233 0.0476 -0.00464
law share -0.0299 0.0114 -0.0853 0.0464 0.0856
law title -0.0391 -0.0904 -0.0613 0.084 0.0209
length -0.0571 0.0252 -0.0431 -0.058 0.0115
misfortune any -0.0598 0.00374 -0.0149 -0.0487 -0.0292
misfortune count -0.0204 -0.0224 -0.00951 -0.0169 -0.00617
misfortune lead -0.108 0.113 0.014 -0.0485 -0.073
misfortune share -0.0622 -0.0462 -0.0628 -0.00744 -0.11
missing any 0 0 0 0 0.0265
missing borne 0 0 0 0 -0.113
missing count 0 0 0 0 0.00338
missing first 0 0 0 0 -0.0682
missing real 0 0 0 0 0.0117
missing share 0 0 0 0 -0.0749
release any 0 0.066 0 0 0
release count 0 0.0445 0 0 0
release lead 0 0.0391 0 0 0
release share 0 0.158 0 0 0
release title 0.0496 0.0754 0.0601 0.0451 0.0144
report any 0.00266 -0.00642 -0.0311 0.0376 0.00957
report count -0.0202 -0.0271 -0.0265 -0.00681 0.0145
report lead 0.0623 -0.00382 -0.0532 0.00212 0.0514
report share 0.0241 -0.143 -0.101 0.202 0.0224
sexual any 0 0 0 0.0839 0
sexual count 0 0 0 -0.0553 0
sexual share 0 0 0 0.0101 0
state any 0.0272 0.224 -0.0766 -0.0631 -0.181
state count -0.019 0.019 -0.0194 -0.0235 0.00868
state lead 0.0373 -0.011 0.0116 0.0011 0.00444
state share 0.0527 0.0309 0.00356 0.0418 0.00126
state title 0.0168 -0.0128 0.0322 0.0399 0.0391
story any -0.023 0.0214 -0.0312 -0.0411 0.0015
story count -0.031 0.0321 -0.0375 -0.0516 0.0036
story share -0.0259 0.0963 -0.256 0.00575 -0.0474
suspect any -0.00266 -0.0572 0.0138 -0.0294 -0.0243
suspect count -0.00239 -0.0758 0.00722 0.00114 -0.0266
suspect lead -0.0171 -0.154 -0.0132 -0.0119 -0.0582
suspect share 0.0928 -0.342 0.087 0.0688 -0.0971
suspect title 0.0422 -0.174 -0.0137 0.0756 -0.00847
sweeping any 0.0458 0.0749 -0.0485 -0.0201 0.0351
sweeping count 0.00814 0.00757 -0.0378 -0.0144 0.0239
sweeping lead 0.105 0.0348 -0.0343 0.101 0.0594
sweeping share 0.204 0.0402 -0.155 0.0938 0.102
taken any 0 0 -0.0296 0 0
taken borne 0 0 0.0314 0 0
taken by state 0 0 0.0242 0 0
taken count 0 0 -0.0799 0 0
taken first 0 0 -0.0216 0 0
taken lead 0 0 -0.0277 0 0
taken real 0 0 -0.078 0 0
taken share 0 0 -0.155 0 0
threat title -0.0149 0.0378 -0.0404 0.0225 -0.107
torture any 0 0 0 0.0393 0
torture borne 0 0 0 0.0243 0
torture by state 0 0 0 0.0114 0
torture count 0 0 0 0.0124 0
torture first 0 0 0 0.0559 0
torture lead 0 0 0 0.137 0
torture of all 0.0117 0.0767 -0.0705 0.132 -0.0183
torture real 0 0 0 0.0143 0
torture share 0 0 0 0.29 0
torture title -0.101 -0.252 0.000341 0.0707 0.0607
torture unreal 0 0 0 -0.0782 0
unionist title -0.00323 0.0231 0.0143 0.00995 0.0175
unjust any -0.0854 0.114 -0.0515 -0.0254 0.0691
unjust count -0.0413 0.046 -0.0201 -0.0389 0.0196
unjust lead -0.0671 0.0411 -0.035 -0.0114 0.0206
unjust share -0.188 0.197 -0.0353 -0.108 0.0776
unjust title -0.116 0.0737 0.0115 -0.0403 0.0306
"""

BARE_SENTENCES = """
feature killing arbitrary_detention kidnapping torture enforced_disappearance
any -0.632 -0.648 -0.798 -0.612 -0.853
beside arbitrary_detention 0.21 0.133 0.0777 0.282 0.0278
beside armed 0.102 0.0803 0.261 0.342 0.237
beside attack 0.151 0.00566 0.0685 0.13 0.0835
beside defender 0.657 0.981 0.532 0.594 0.666
beside enforced_disappearance 0.0591 0.136 0.0103 0.182 0.086
beside journalist -0.0668 -0.0223 -0.0895 0.124 -0.0454
beside kidnapping -0.373 -0.504 -0.312 -0.197 -0.331
beside killing 0.0221 0.109 -0.206 0.208 -0.011
beside kin 0.0877 0.128 0.1 0.202 0.119
beside law -0.296 0.0727 -0.0866 0.0457 -0.105
beside lawyer -0.43 -0.418 -0.451 -0.458 -0.372
beside may -0.471 -0.218 -0.298 -0.394 -0.266
beside misfortune 0.081 0.0981 0.0624 0.0902 0.0493
beside not -0.613 -0.414 -0.559 -0.479 -0.546
beside official -0.272 -0.257 -0.336 -0.249 -0.323
beside other victim 0.296 0.38 0.263 0.367 0.018
beside past 0.0923 0.195 -0.0248 0.164 0.184
beside report -0.326 -0.266 -0.242 -0.146 -0.313
beside say 0.0198 0.12 0.175 0.414 0.157
beside state 0.0604 -0.056 -0.204 -0.12 -0.308
beside story -0.166 -0.151 -0.12 -0.135 -0.14
beside suspect -0.308 -0.463 -0.175 -0.208 -0.221
beside sweeping 0.301 0.168 0.0905 0.168 -0.0192
beside threat -0.0947 0.0556 -0.104 0.081 -0.0591
beside torture 0.522 0.716 0.569 0.529 0.575
beside unionist 0.0659 0.0904 0.0751 0.0406 0.0412
beside unjust 0.646 0.848 0.607 0.738 0.583
beside victim 0.622 0.54 0.525 0.58 0.4
depth 0.105 -0.0511 -0.135 0.0763 -0.0107
early 0.577 0.253 0.528 0.584 0.221
fourth 0.119 0.215 0.133 0.133 0.133
fourth charged -0.00336 -0.0896 -0.0372 -0.0372 -0.0372
fourth real 0.0464 0.103 0.0599 0.0599 0.0599
fourth twice 0.0551 0.0683 0.0493 0.0493 0.0493
fourth unreal 0.0896 0.137 0.0907 0.0907 0.0907
lead 0.316 0.297 0.328 0.476 0.246
length -0.916 -0.708 -1.01 -0.731 -1.03
near armed -0.219 -0.159 -0.0546 -0.0111 -0.0888
near state -0.00238 0.0566 -0.0683 0.0253 -0.0331
near victim 0.22 -0.0863 -0.222 -0.233 -0.34
plainest 0.804 1.04 0.76 1.09 0.507
plainest charged 0.527 0.451 0.534 0.626 0.431
plainest real 0.878 1.13 0.822 1.11 0.565
plainest twice 0.0459 0.193 0.0871 0.193 0.114
plainest unreal -0.186 -0.197 -0.16 -0.155 -0.157
second 0.128 0.397 0.0994 0.0338 0.23
second charged -0.0515 -0.0708 -0.099 -0.149 -0.101
second real 0.25 0.5 0.191 0.123 0.327
second twice 0.115 0.144 0.0939 0.0694 0.0465
second unreal -0.166 -0.133 -0.121 -0.118 -0.126
third 0.31 0.05 0.0251 0.0927 0.106
third charged -0.0306 -0.0316 -0.0287 -0.016 -0.0238
third real 0.335 0.0709 0.0521 0.124 0.129
third twice 0.299 0.323 0.238 0.226 0.241
third unreal 0.0134 0.0571 0.0194 0.0148 0.0233
title -0.166 -0.156 -0.128 -0.141 -0.148
"""
